// SPDX-License-Identifier: Apache-2.0
#include "web/routes/question_view.hpp"

#include <algorithm>
#include <array>

#include "report/answer_words.hpp"
#include "report/worksheet_words.hpp"
#include "web/routes/answer_form.hpp"
#include "web/routes/answer_words.hpp"
#include "web/routes/refusal_words.hpp"

namespace smm::web {
namespace {

using instrument::AnswerState;
using instrument::Item;
using instrument::ItemType;
using render::View;
using report::entered_choice;
using report::entered_share;
using report::EnteredChoice;
using report::EnteredShare;

constexpr std::array all_types = {
    ItemType::yes_no, ItemType::one_of, ItemType::any_of,     ItemType::phase, ItemType::count,
    ItemType::share,  ItemType::ratio,  ItemType::two_shares, ItemType::money, ItemType::year_grid,
    ItemType::date,   ItemType::text,   ItemType::evidence};

bool holds(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

// Every name a control may ask for is set for every type: names are inherited from outside otherwise.
void set_share(View& view, const instrument::Quantity& quantity, const EnteredShare& entered) {
  view.set("numerator", quantity.numerator).set("denominator", quantity.denominator);
  view.set("entered_numerator", entered.numerator).set("entered_denominator", entered.denominator);
  view.set("entered_percent", entered.percent);
}

View share_view(const instrument::Quantity& quantity, const std::string& value) {
  View view;
  set_share(view, quantity, entered_share(value));
  return view;
}

View option_view(const instrument::Option& option, const EnteredChoice& entered, const render::Texts& texts) {
  View view;
  view.set("id", option.id).set("label", option.label).set("chosen", holds(entered.chosen, option.id));
  view.set("remark", option.leaves ? texts("question.leaves") : "");
  view.set("exclusive", option.exclusive || option.leaves);
  return view;
}

View cell_view(const std::string& topic, int year, const EnteredChoice& entered, const render::Texts& texts) {
  const std::string number = std::to_string(year);
  View view;
  view.set("year", number).set("label", texts("question.year", {{"n", number}}));
  view.set("chosen", holds(entered.chosen, topic + "@" + number));
  return view;
}

View topic_view(const instrument::Option& topic, int years, const EnteredChoice& entered,
                const render::Texts& texts) {
  View::List cells;
  for (int year = 1; year <= years; ++year) cells.push_back(cell_view(topic.id, year, entered, texts));
  View view;
  view.set("id", topic.id).set("label", topic.label).set("cells", std::move(cells));
  return view;
}

View years_view(int years, const render::Texts& texts) {
  View::List list;
  for (int year = 1; year <= years; ++year) {
    View view;
    view.set("year", std::to_string(year))
        .set("label", texts("question.year", {{"n", std::to_string(year)}}));
    list.push_back(std::move(view));
  }
  return list;
}

void set_grid(View& view, const QuestionShown& shown, const EnteredChoice& entered,
              const render::Texts& texts) {
  const Item& item = shown.question.item;
  const int years = assessment::years_at(*shown.sheet.plan, shown.place);
  const bool grid = item.type == ItemType::year_grid;
  view.set("years", grid ? years_view(years, texts) : View(View::List{}));
  view.set("topics",
           grid ? render::views(item.options,
                                [&](const auto& topic) { return topic_view(topic, years, entered, texts); })
                : View::List{});
  view.set("as_rows", shown.as_rows);
  view.set("switch_href", (shown.as_rows ? "?" : "?rows=1") + ("#" + anchor_of(shown.place)));
}

void set_control(View& view, const QuestionShown& shown, const render::Texts& texts) {
  const Item& item = shown.question.item;
  const std::string value = shown.given.state == AnswerState::answered ? shown.given.value : "";
  for (const ItemType type : all_types) view.set("is_" + std::string(to_string(type)), type == item.type);
  const EnteredChoice entered = entered_choice(value);
  const bool chooses = !item.options.empty() && item.type != ItemType::year_grid;
  view.set("options",
           chooses ? render::views(item.options,
                                   [&](const auto& option) { return option_view(option, entered, texts); })
                   : View::List{});
  view.set("offers_none", report::offers_none(item)).set("none_chosen", holds(entered.chosen, "none"));
  view.set("value", value).set("max_length", item.max_length ? std::to_string(*item.max_length) : "");
  set_share(view, item.own, entered_share(value));
  const std::size_t bar = std::min(value.find('|'), value.size());
  view.set("own", share_view(item.own, value.substr(0, bar)));
  view.set("other", share_view(item.comparator, bar < value.size() ? value.substr(bar + 1) : ""));
  set_grid(view, shown, entered, texts);
  // Files come and go on the question's own page.
  view.set("files", View::List{})
      .set("upload_href", shown.item_href.empty() ? "" : shown.item_href + "#file");
}

View state_view(const report::StateWords& words, AnswerState now) {
  View view;
  view.set("id", words.id)
      .set("label", words.label)
      .set("meaning", words.meaning)
      .set("chosen", words.state == now);
  return view;
}

View barrable_view(const std::string& id, const std::string& label, const EnteredChoice& entered) {
  View view;
  view.set("id", id).set("label", label).set("barred", holds(entered.barred, id));
  return view;
}

View::List barrable_views(const QuestionShown& shown, const EnteredChoice& entered,
                          const render::Texts& texts) {
  const Item& item = shown.question.item;
  View::List list;
  if (item.type == ItemType::year_grid) {
    const int years = assessment::years_at(*shown.sheet.plan, shown.place);
    for (const auto& topic : item.options)
      for (int year = 1; year <= years; ++year)
        list.push_back(barrable_view(
            topic.id + "@" + std::to_string(year),
            texts("question.cell", {{"topic", topic.label}, {"n", std::to_string(year)}}), entered));
  } else if (item.type == ItemType::any_of || item.type == ItemType::one_of) {
    for (const auto& option : item.options) list.push_back(barrable_view(option.id, option.label, entered));
  }
  return list;
}

void set_states(View& view, const QuestionShown& shown, const render::Texts& texts) {
  const AnswerState now = shown.given.state;
  const EnteredChoice entered = entered_choice(shown.given.value);
  View::List barrable = barrable_views(shown, entered, texts);
  const bool answered = now == AnswerState::answered || now == AnswerState::not_answered;
  std::vector<report::StateWords> states = report::answer_states(texts);
  states.push_back(
      {AnswerState::not_answered, "not_answered", texts("question.clear"), texts("question.clear_means")});
  view.set("state_answered", answered).set("state_open", !answered || !entered.barred.empty());
  view.set("states", render::views(states, [&](const auto& words) {
             return state_view(words, words.state == AnswerState::not_answered ? AnswerState::answered : now);
           }));
  view.set("reason", shown.given.reason).set("has_barrable", !barrable.empty());
  view.set("barrable", std::move(barrable));
}

View texts_view(const std::vector<std::string>& texts) {
  return render::views(texts, [](const std::string& text) {
    View view;
    view.set("text", text);
    return view;
  });
}

View conflict_view(const QuestionShown& shown, const ConflictShown& conflict, const render::Texts& texts) {
  const Item& item = shown.question.item;
  View view;
  view.set("theirs_base", std::to_string(conflict.theirs.version));
  view.set("theirs", answer_words(item, conflict.theirs.given, texts));
  view.set("mine", answer_words(item, conflict.mine, texts));
  view.set("theirs_by", conflict.theirs_by).set("theirs_at", conflict.theirs_at);
  view.set("sent", render::views(conflict.sent, [](const http::Parameter& field) {
             View each;
             each.set("name", field.name).set("value", field.value);
             return each;
           }));
  return view;
}

// The names of the fields that a problem is about: a reason where one is missing, else the value.
std::string invalid_fields(const base::Problems& problems) {
  if (problems.empty()) return "";
  return problems.front().code == "reason_missing" ? "reason" : "value numerator denominator percent";
}

void set_outcome(View& view, const QuestionShown& shown, const render::Texts& texts) {
  const OutcomeShown& outcome = shown.outcome;
  std::vector<std::string> sentences;
  const auto& item = assessment::item_at(*shown.sheet.plan, shown.place);
  for (const base::Problem& problem : outcome.problems)
    sentences.push_back(refusal_words(problem, item, shown.given, texts));
  view.set("base", std::to_string(outcome.base)).set("saved", outcome.saved);
  view.set("invalid", invalid_fields(outcome.problems)).set("problems", texts_view(sentences));
  view.set("checks", texts_view(outcome.checks));
  view.set("conflict", outcome.conflict ? conflict_view(shown, *outcome.conflict, texts) : View(false));
}

void set_names(View& view, const QuestionShown& shown) {
  const auto& place = shown.sheet.plan->answers[shown.place].place;
  view.set("anchor", anchor_of(shown.place)).set("key", key_of(place)).set("form", shown.form);
  view.set("save_href", shown.save_href).set("csrf", shown.csrf);
}

void set_help(View& view, const report::Question& question, const render::Texts& texts) {
  const auto notes = report::question_notes(question, texts);
  view.set("has_help", !notes.empty());
  view.set("help", render::views(notes, [](const report::QuestionNote& note) {
             View each;
             each.set("label", note.label).set("text", note.text);
             return each;
           }));
}

void set_question_head(View& view, const QuestionShown& shown, const render::Texts& texts) {
  const report::Question& question = shown.question;
  view.set("number", std::to_string(question.number)).set("question", question.item.wording.question);
  view.set("facts", render::views(report::question_facts(question, texts), [](const std::string& fact) {
             View each;
             each.set("fact", fact);
             return each;
           }));
  view.set("route", question.route).set("definitions", question.item.wording.definitions);
  view.set("legal", question.item.legal);
  set_help(view, question, texts);
}

void set_shown_answer(View& view, const QuestionShown& shown, const render::Texts& texts) {
  const bool answered = shown.given.state == AnswerState::answered;
  view.set("editable", shown.editable);
  view.set("answer_words", answered ? answer_words(shown.question.item, shown.given, texts) : "");
  view.set("state_words", answered ? "" : answer_words(shown.question.item, shown.given, texts));
  view.set("reason_words", shown.given.reason);
}

View question_tag(const QuestionShown& shown, const render::Texts& texts) {
  const bool said = shown.given.state != AnswerState::not_answered;
  View view;
  view.set("words", texts(said ? "question.said" : "question.open"));
  view.set("good", said).set("care", false).set("bad", false).set("active", false);
  return view;
}

}  // namespace

std::string anchor_of(std::size_t place) {
  return "q" + std::to_string(place + 1);
}

View outcome_view(const QuestionShown& shown, const render::Texts& texts) {
  View view;
  set_names(view, shown);
  set_outcome(view, shown, texts);
  return view;
}

View question_view(const QuestionShown& shown, const render::Texts& texts, bool swap) {
  View view;
  set_names(view, shown);
  set_question_head(view, shown, texts);
  set_shown_answer(view, shown, texts);
  set_control(view, shown, texts);
  set_states(view, shown, texts);
  set_outcome(view, shown, texts);
  view.set("tag", question_tag(shown, texts)).set("swap", swap);
  view.set("item_href", shown.item_href).set("comments_words", shown.comments_words);
  view.set("history_words", shown.history_words);
  return view;
}

}  // namespace smm::web
