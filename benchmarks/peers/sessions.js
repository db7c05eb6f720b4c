/** Sessions in SQLite: a row for each chat, in write-ahead mode. The form that both grammY and Telegraf can use. */

import Database from "better-sqlite3";

export function openSessions(file) {
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.exec("CREATE TABLE IF NOT EXISTS session (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
  const read = database.prepare("SELECT value FROM session WHERE key = ?");
  const write = database.prepare(
    "INSERT INTO session (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  const erase = database.prepare("DELETE FROM session WHERE key = ?");
  return {
    read(key) {
      const row = read.get(key);
      return row && JSON.parse(row.value);
    },
    write(key, value) {
      write.run(key, JSON.stringify(value));
    },
    delete(key) {
      erase.run(key);
    },
  };
}
