/** A file as text, put into the bundle by Vite. */
declare module '*?raw' {
  const content: string;
  export default content;
}
