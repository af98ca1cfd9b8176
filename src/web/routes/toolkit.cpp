// SPDX-License-Identifier: Apache-2.0
// For students, faculty and press offices, without signing in: what a round is, whether one is open for a
// kind of school and until when, and words to ask a dean with. Texts are copied or handed to the reader's own
// mail program; nothing is sent from here, and nothing kept.
#include <algorithm>

#include "app/editions.hpp"
#include "app/people/post_mail.hpp"
#include "app/rounds/calendar_day.hpp"
#include "app/rounds/public_rounds.hpp"
#include "app/written_time.hpp"
#include "exchange/icalendar.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/session/page_parts.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

using app::PublicRound;
using render::View;

std::string day_words(const Call& call, const std::string& day) {
  const auto date = app::calendar_day(day);
  return date ? app::written_day(*date, call.texts()) : day;
}

// ---- Rounds, program by program.

void add_rows(const Call& call, const PublicRound& round, std::vector<TableRowShown>& rows) {
  const auto& texts = call.texts();
  const auto shelved = call.installation().editions.edition(round.edition);
  if (!shelved) return;
  const View tag = tag_view({texts(round.open ? "toolkit.rounds.open" : "toolkit.rounds.over"), round.open});
  const std::string until =
      texts("toolkit.rounds.until", {{"day", day_words(call, round.last_day)}, {"zone", round.zone}});
  const auto& edition = (*shelved)->edition;
  for (const auto& programme : edition.programmes) {
    const auto& asked = round.professions;
    const std::string& profession = edition.professions[programme.profession].id;
    if (asked.empty() || std::ranges::find(asked, profession) != asked.end())
      rows.push_back(
          {programme.label + " (" + programme.short_label + ")", "", {{round.title}, {"", tag}, {until}}});
  }
}

View rounds_view(const Call& call, const std::vector<PublicRound>& rounds) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const bool open : {true, false})
    for (const PublicRound& round : rounds)
      if (round.open == open) add_rows(call, round, rows);
  View view;
  set_table(view, texts("toolkit.rounds.title"),
            {texts("toolkit.rounds.programme"), texts("toolkit.rounds.round"), texts("toolkit.rounds.state"),
             texts("toolkit.rounds.last_day")},
            rows);
  return view;
}

// ---- Texts to take along.

// What the texts name, held while they are made.
struct Words {
  std::string when, until, questions, sample, toolkit;
};

Words kit_words(const Call& call, const std::vector<PublicRound>& rounds) {
  const auto& texts = call.texts();
  const std::string& url = call.installation().public_url;
  Words words{"", "", url + "/questions", url + "/sample-report", url + "/toolkit"};
  for (const PublicRound& round : rounds) {
    if (!round.open) continue;
    const std::string day = day_words(call, round.last_day);
    words.when +=
        (words.when.empty() ? "" : " ") + texts("toolkit.when", {{"round", round.title}, {"day", day}});
    if (words.until.empty()) words.until = texts("toolkit.until", {{"day", day}});
  }
  if (words.when.empty()) words.when = texts("toolkit.when_none");
  if (words.until.empty()) words.until = texts("toolkit.until_none");
  return words;
}

std::string filled(const Call& call, const std::string& key, const Words& words) {
  return call.texts()(key, {{"when", words.when},
                            {"until", words.until},
                            {"questions", words.questions},
                            {"sample", words.sample},
                            {"toolkit", words.toolkit}});
}

// RFC 6068: line ends are %0D%0A.
std::string mail_link(const std::string& subject, const std::string& body) {
  std::string lines;
  for (const char c : body) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return "mailto:?subject=" + escaped(subject) + "&body=" + escaped(lines);
}

View kit_piece_view(const Call& call, const std::string& name, const Words& words, int rows) {
  const auto& texts = call.texts();
  const std::string key = "toolkit.piece." + name + ".";
  const std::string text = filled(call, key + "text", words);
  View view;
  view.set("id", name).set("label", texts(key + "label")).set("text", text);
  view.set("rows", std::to_string(rows));
  view.set("mail_href", texts.has(key + "subject") ? mail_link(texts(key + "subject"), text) : std::string());
  return view;
}

constexpr int letter_rows = 18;

View kit_view(const Call& call, const std::string& name, const std::vector<std::string>& pieces, int rows,
              const Words& words) {
  View view;
  view.set("wide", rows == letter_rows);
  view.set("title", call.texts()("toolkit.kit." + name + ".title"));
  view.set("about", call.texts()("toolkit.kit." + name + ".about"));
  view.set("pieces", render::views(pieces, [&](const std::string& piece) {
             return kit_piece_view(call, piece, words, rows);
           }));
  return view;
}

base::Result<Reply> show_toolkit(const Call& call) {
  const auto rounds = app::public_rounds(call.installation());
  if (!rounds) return rounds.problems();
  const auto& texts = call.texts();
  const Words words = kit_words(call, *rounds);
  Page page{"page_toolkit", {}, texts("toolkit.title")};
  set_head(page.view, {texts("toolkit.title"), texts("toolkit.lead")});
  page.view.set("rounds", rounds->empty() ? View(false) : rounds_view(call, *rounds));
  page.view.set("calendar_href", "/toolkit/calendar.ics");
  page.view.set("kits", View::List{kit_view(call, "letters", {"student", "faculty"}, letter_rows, words),
                                   kit_view(call, "press", {"press"}, letter_rows, words),
                                   kit_view(call, "social",
                                            {"social_school", "social_student", "social_public"}, 4, words)});
  return Reply(std::move(page));
}

// ---- The calendar.

void add_day(const Call& call, const PublicRound& round, const std::string& what, const std::string& day,
             std::vector<exchange::CalendarDay>& days) {
  const auto date = app::calendar_day(day);
  if (!date) return;
  const auto& texts = call.texts();
  const std::string& url = call.installation().public_url;
  days.push_back({round.code + "-" + what + "@" + app::host_of(url), *date,
                  texts("toolkit.calendar." + what, {{"round", round.title}}),
                  texts("toolkit.calendar." + what + "_about", {{"zone", round.zone}}), url + "/toolkit"});
}

base::Result<Reply> calendar_file(const Call& call) {
  const auto rounds = app::public_rounds(call.installation());
  if (!rounds) return rounds.problems();
  exchange::Calendar calendar{"-//smm//smm//EN", call.texts()("toolkit.calendar.name"), call.now, {}};
  for (const PublicRound& round : *rounds) {
    add_day(call, round, "opens", round.first_day, calendar.days);
    add_day(call, round, "ends", round.last_day, calendar.days);
  }
  return Reply(Raw{http::attachment(exchange::icalendar(calendar), "text/calendar; charset=utf-8",
                                    "social-mission-metrics.ics")});
}

// ---- All questions.

// Where to find the questions without knowing an edition by name: where there is one, it is gone to.
base::Result<Reply> show_editions(const Call& call, const app::Content& content) {
  std::vector<TableRowShown> rows;
  for (const std::string& id : app::edition_ids(content)) {
    const auto shelved = call.installation().editions.edition(id);
    if (!shelved) continue;  // a draft
    const auto& edition = (*shelved)->edition;
    rows.push_back({edition.title, "/questions/" + edition.id, {{edition.version}}});
  }
  if (rows.size() == 1) return Reply(Redirect{rows.front().href});
  const auto& texts = call.texts();
  return Reply(list_page({texts("list.title"), texts("questions.lead")}, texts("list.title"),
                         {texts("office.edition"), texts("questions.version")}, rows,
                         texts("questions.none")));
}

}  // namespace

std::vector<Endpoint> toolkit_endpoints(const RouteParts& parts) {
  std::vector<Endpoint> list = {
      get("/toolkit", "toolkit", for_anyone(), show_toolkit),
      get("/toolkit/calendar.ics", "toolkit_calendar", for_anyone(), calendar_file)};
  if (parts.content != nullptr)
    list.push_back(
        get("/questions", "question_editions", for_anyone(),
            [content = parts.content](const Call& call) { return show_editions(call, *content); }));
  return list;
}

}  // namespace smm::web
