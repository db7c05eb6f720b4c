/** The conversation with grammY: inline keyboards and a session in SQLite. */

import { createServer } from "node:http";
import { Bot, InlineKeyboard, session, webhookCallback } from "grammy";
import { openSessions } from "../sessions.js";
import { found, settings, words } from "../words.js";

const bot = new Bot(settings.token, { client: { apiRoot: settings.api } });
bot.use(session({ initial: () => ({}), storage: openSessions("sessions.db") }));

const language = (ctx) => words.languages[ctx.session.language];
const topic = (ctx) => found(language(ctx).topics, ctx.session.topic);

/** One button a row; the data says what it leads to. */
function keyboard(items, kind) {
  return items.reduce((rows, { name, label }) => rows.text(label, `${kind}:${name}`).row(), new InlineKeyboard());
}

async function show(ctx, text, reply_markup) {
  await ctx.answerCallbackQuery();
  await ctx.editMessageText(text, { reply_markup });
}

const showMenu = (ctx) => show(ctx, language(ctx).menu, keyboard(language(ctx).topics, "topic"));
const showTopic = (ctx) =>
  show(ctx, topic(ctx).text, keyboard(topic(ctx).items, "subtopic").text(language(ctx).back, "menu"));

bot.command("start", (ctx) => {
  const names = Object.entries(words.languages).map(([tag, { name }]) => ({ name: tag, label: name }));
  return ctx.reply(words.choose, { reply_markup: keyboard(names, "language") });
});
bot.callbackQuery(/^language:(.+)$/, (ctx) => {
  ctx.session.language = ctx.match[1];
  return showMenu(ctx);
});
bot.callbackQuery("menu", showMenu);
bot.callbackQuery(/^topic:(.+)$/, (ctx) => {
  ctx.session.topic = ctx.match[1];
  return showTopic(ctx);
});
bot.callbackQuery(/^subtopic:(.+)$/, (ctx) => {
  const { text } = found(topic(ctx).items, ctx.match[1]);
  return show(ctx, text, new InlineKeyboard().text(language(ctx).back, "topic"));
});
bot.callbackQuery("topic", showTopic);

const answer = webhookCallback(bot, "http", { secretToken: settings.secret });
createServer(answer).listen(settings.port, "127.0.0.1");
await bot.api.setWebhook(settings.webhook, { secret_token: settings.secret, max_connections: 100 });
