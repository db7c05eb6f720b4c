/** The conversation with Telegraf: scenes, with the session in SQLite; the first call rides in the webhook's answer. */

import { createServer } from "node:http";
import { Markup, Scenes, Telegraf, session } from "telegraf";
import { openSessions } from "../sessions.js";
import { found, settings, words } from "../words.js";

const bot = new Telegraf(settings.token, { telegram: { apiRoot: settings.api } });

const language = (ctx) => words.languages[ctx.session.language];
const topic = (ctx) => found(language(ctx).topics, ctx.session.topic);
const button = (item) => [Markup.button.callback(item.label, item.name)];
const back = (ctx) => [Markup.button.callback(language(ctx).back, "back")];

async function show(ctx, text, rows) {
  await ctx.answerCbQuery();
  await ctx.editMessageText(text, Markup.inlineKeyboard(rows));
}

const languageScene = new Scenes.BaseScene("language");
languageScene.enter((ctx) => {
  const rows = Object.entries(words.languages).map(([tag, { name }]) => [Markup.button.callback(name, tag)]);
  return ctx.reply(words.choose, Markup.inlineKeyboard(rows));
});
languageScene.action(Object.keys(words.languages), (ctx) => {
  ctx.session.language = ctx.match[0];
  return ctx.scene.enter("menu");
});

const menuScene = new Scenes.BaseScene("menu");
menuScene.enter((ctx) => show(ctx, language(ctx).menu, language(ctx).topics.map(button)));
menuScene.action(/^[a-l]$/, (ctx) => {
  ctx.session.topic = ctx.match[0];
  return ctx.scene.enter("topic");
});

const topicScene = new Scenes.BaseScene("topic");
topicScene.enter((ctx) => show(ctx, topic(ctx).text, [...topic(ctx).items.map(button), back(ctx)]));
topicScene.action("back", (ctx) => ctx.scene.enter("menu"));
topicScene.action(/^[a-d]$/, (ctx) => {
  ctx.session.subtopic = ctx.match[0];
  return ctx.scene.enter("subtopic");
});

const subtopicScene = new Scenes.BaseScene("subtopic");
subtopicScene.enter((ctx) => show(ctx, found(topic(ctx).items, ctx.session.subtopic).text, [back(ctx)]));
subtopicScene.action("back", (ctx) => ctx.scene.enter("topic"));

const stored = openSessions("sessions.db");
const store = { get: stored.read, set: stored.write, delete: stored.delete };
const stage = new Scenes.Stage([languageScene, menuScene, topicScene, subtopicScene]);
stage.start((ctx) => ctx.scene.enter("language"));
bot.use(session({ store }));
bot.use(stage.middleware());

createServer(bot.webhookCallback("/telegram", { secretToken: settings.secret })).listen(settings.port, "127.0.0.1");
await bot.telegram.setWebhook(settings.webhook, { secret_token: settings.secret, max_connections: 100 });
