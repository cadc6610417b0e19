/** An HTTP answer before it is written. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body: string;
}

/** An XML answer. */
export function xmlReply(status: number, body: string): Reply {
  return { status, contentType: 'text/xml; charset=utf-8', body };
}

/** An HTML page, as a web server answers for errors. */
export function htmlReply(status: number, title: string, text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = `<!DOCTYPE html>\r\n<html><head><title>${title}</title></head><body><h2>${title}</h2><p>${text}</p></body></html>`;
  return { status, headers, contentType: 'text/html; charset=utf-8', body };
}
