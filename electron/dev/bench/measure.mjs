// Runs one bench and prints its measures: a table, or with --json one object per line.
const [name, ...options] = process.argv.slice(2);
const { measures } = await import(`./${name}.bench.mjs`);

for await (const measure of measures({ options })) {
  const rounded = {
    ...measure,
    ours: round(measure.ours),
    [measure.against.role]: round(measure.against.value),
    [`${measure.against.role}Name`]: measure.against.name,
  };
  const { against: _against, ...line } = { ...rounded, ratio: round(measure.ours / measure.against.value) };
  if (options.includes('--json')) console.log(JSON.stringify(line));
  else
    console.log(
      `${line.name}: ${line.ours} ${line.unit} (${measure.against.name}: ${round(measure.against.value)} ${line.unit}; ratio ${line.ratio}; median of ${line.runs})`,
    );
}

function round(value) {
  return Number(value.toPrecision(3));
}
