/** What every node bot needs to know: its settings, and the conversation. */

import { readFileSync } from "node:fs";

export const settings = {
  api: process.env.BENCH_API,
  port: Number(process.env.BENCH_PORT),
  secret: process.env.BENCH_SECRET,
  token: process.env.BENCH_TOKEN,
  webhook: process.env.BENCH_WEBHOOK,
};

export const words = JSON.parse(readFileSync(process.env.BENCH_WORDS, "utf-8"));

/** The item of this name, of topics or of subtopics. */
export function found(items, name) {
  return items.find((item) => item.name === name);
}
