// SPDX-License-Identifier: Apache-2.0
#include "report/worksheet_html.hpp"

#include <algorithm>

#include "report/worksheet_cells.hpp"
#include "report/worksheet_words.hpp"

namespace smm::report {
namespace {

using instrument::Item;
using instrument::ItemType;
using render::Texts;
using render::View;
using render::views;

struct HtmlMaking {
  const Worksheet& sheet;
  const Texts& texts;
};

std::string packet_anchor(const Packet& packet) {
  return "packet-" + packet.office;
}

std::string question_anchor(int number) {
  return "q" + std::to_string(number);
}

std::string part_words(const NumberLine& line, const Texts& texts) {
  return line.part.empty() ? "" : texts("worksheet." + line.part);
}

View choice_view(std::string_view place, std::string_view label, std::string_view remark, bool chosen) {
  return View().set("place", place).set("label", label).set("remark", remark).set("ticked", chosen);
}

// What was said there; empty on a blank worksheet.
std::string said_in(const AnswerCells& cells, const std::string& part) {
  const auto found = cells.parts.find(part);
  return found == cells.parts.end() ? "" : found->second;
}

constexpr const char* is_barred = "not_permitted";

std::string option_remark(const instrument::Option& option, bool barred, const Texts& texts) {
  if (barred) return texts("state.not_permitted.label");
  if (option.exclusive) return texts("worksheet.only_this");
  return option.leaves ? texts("worksheet.leaves") : "";
}

View::List choice_views(const Question& question, const AnswerCells& cells, const Texts& texts) {
  const Item& item = question.item;
  if (item.type == ItemType::year_grid) return {};
  const std::vector<std::string> beside = barred_beside(item, question.entered);
  View::List choices = views(item.options, [&](const instrument::Option& option) {
    const bool phase = item.type == ItemType::phase;
    const bool barred =
        said_in(cells, option.id) == is_barred || std::ranges::find(beside, option.id) != beside.end();
    const bool chosen = said_in(cells, "") == option.id || said_in(cells, option.id) == "yes";
    return choice_view(phase ? option.id : "", option.label, option_remark(option, barred, texts), chosen);
  });
  if (offers_none(item))
    choices.push_back(choice_view("", texts("worksheet.none_of_these"), "", !said_in(cells, "none").empty()));
  return choices;
}

View::List year_views(int years, const Texts& texts) {
  View::List all;
  for (int year = 1; year <= years; ++year) {
    all.push_back(View().set("year", texts("worksheet.year", {{"n", std::to_string(year)}})));
  }
  return all;
}

View::List topic_views(const Question& question, const AnswerCells& cells) {
  if (question.item.type != ItemType::year_grid) return {};
  return views(question.item.options, [&](const instrument::Option& topic) {
    View::List boxes;
    for (int year = 1; year <= question.years; ++year) {
      const std::string mark = said_in(cells, topic.id + "@" + std::to_string(year));
      boxes.push_back(View().set("ticked", mark == "yes").set("barred", mark == is_barred));
    }
    return View().set("label", topic.label).set("cells", std::move(boxes));
  });
}

void set_said(View& view, const Question& question, const NumberLine& line) {
  const AnswerCells cells = cells_of(question.item, question.entered);
  const std::string before = line.part.empty() ? "" : line.part + ".";
  view.set("said_numerator", said_in(cells, line.denominator.empty() ? "" : before + "n"));
  view.set("said_denominator", said_in(cells, before + "d"));
  view.set("said_percent", said_in(cells, before + "percent"));
}

View number_view(const Question& question, const NumberLine& line, const Texts& texts) {
  View view;
  set_said(view, question, line);
  view.set("line", line.label).set("part", part_words(line, texts)).set("numerator", line.numerator);
  view.set("denominator", line.denominator).set("percent", line.percent_will_do);
  view.set("dollars", question.item.type == ItemType::money);
  view.set("question_anchor", question_anchor(question.number)).set("period", question.period);
  return view.set("reported", question.item.wording.reported);
}

// Lines to write on; what was said takes their place.
View::List line_views(ItemType type, const std::string& said) {
  const bool free = type == ItemType::text || type == ItemType::date || type == ItemType::evidence;
  if (!free) return {};
  const bool several = type == ItemType::text && said.empty();
  return View::List(several ? 3 : 1, View().set("said", said));
}

void set_states(View& view, const AnswerCells& cells, const Texts& texts) {
  view.set("reason", cells.reason);
  view.set("state_boxes", views(answer_states(texts), [&](const StateWords& state) {
             return View().set("label", state.label).set("ticked", state.id == cells.state);
           }));
}

void set_answer_room(View& view, const Question& question, const HtmlMaking& making) {
  const Item& item = question.item;
  const AnswerCells cells = cells_of(item, question.entered);
  View::List choices = choice_views(question, cells, making.texts);
  view.set("how", how_to_answer(item, making.texts));
  view.set("has_choices", !choices.empty()).set("choices", std::move(choices));
  view.set("short_choices", item.type == ItemType::yes_no);
  view.set("has_grid", item.type == ItemType::year_grid);
  view.set("years", year_views(question.years, making.texts));
  view.set("topics", topic_views(question, cells));
  view.set("no_boxes", View::List{View().set("ticked", !said_in(cells, "none").empty())});
  view.set("numbers", views(question.numbers, [&](const NumberLine& line) {
             return number_view(question, line, making.texts);
           }));
  view.set("lines", line_views(item.type, said_in(cells, "")));
  set_states(view, cells, making.texts);
}

View question_view(const Question& question, const Packet& packet, const HtmlMaking& making) {
  View view;
  view.set("anchor", question_anchor(question.number)).set("number", std::to_string(question.number));
  view.set("question", question.item.wording.question).set("route", question.route);
  view.set("definitions", question.item.wording.definitions).set("legal", question.item.legal);
  view.set("see_terms", defined_terms(question, packet, making.texts));
  std::vector<std::string> facts = question_facts(question, making.texts);
  if (making.sheet.owner) facts.push_back(question.key);  // for whoever keys it in again
  view.set("facts", views(facts, [](const std::string& fact) { return View().set("fact", fact); }));
  set_answer_room(view, question, making);
  return view.set("notes", views(question_notes(question, making.texts), [](const QuestionNote& note) {
                    return View().set("kind", note.kind).set("label", note.label).set("text", note.text);
                  }));
}

View area_view(const WorksheetArea& area, const Packet& packet, const HtmlMaking& making) {
  View view;
  view.set("label", area.label).set("domain", area.domain);
  return view.set("questions", views(area.questions, [&](const Question& question) {
                    return question_view(question, packet, making);
                  }));
}

View::List number_views(const Packet& packet, const Texts& texts) {
  View::List all;
  for (const Question* question : questions_of(packet)) {
    for (const NumberLine& line : question->numbers) all.push_back(number_view(*question, line, texts));
  }
  return all;
}

void set_time(View& view, const instrument::PacketTime& time, const Texts& texts) {
  view.set("item_count", std::to_string(time.items)).set("number_count", std::to_string(time.numbers));
  view.set("answering", minutes_words(time.answering, texts));
  view.set("gathering", minutes_words(time.gathering, texts));
}

void set_facts(View& view, const Packet& packet, const Texts& texts) {
  view.set("questions_words", texts.counted("worksheet.questions", packet.time.items));
  view.set("numbers_words", texts.counted("worksheet.numbers", packet.time.numbers));
  view.set("answering_words",
           texts("worksheet.answering_time", {{"time", minutes_words(packet.time.answering, texts)}}));
  view.set("gathering_words",
           texts("worksheet.gathering_time", {{"time", minutes_words(packet.time.gathering, texts)}}));
  view.set("skip_words", skip_words(packet, texts)).set("legal_words", legal_words(packet, texts));
}

View packet_view(const Packet& packet, const HtmlMaking& making) {
  View view;
  view.set("anchor", packet_anchor(packet)).set("label", packet.label);
  set_time(view, packet.time, making.texts);
  set_facts(view, packet, making.texts);
  View::List numbers = number_views(packet, making.texts);
  view.set("has_numbers", !numbers.empty()).set("numbers", std::move(numbers));
  view.set("has_terms", !packet.terms.empty());
  view.set("terms", views(packet.terms, [](const instrument::Term& term) {
             return View().set("term", term.term).set("definition", term.definition);
           }));
  return view.set("areas", views(packet.areas,
                                 [&](const WorksheetArea& area) { return area_view(area, packet, making); }));
}

// Running heads and feet: what differs from sheet to sheet. The rest stands in worksheet.css.
std::string page_rules(const Worksheet& sheet) {
  const auto margin_box = [](const std::string& place, const std::string& content) {
    return "@" + place + " { content: " + render::css_string(content) + "; }";
  };
  const std::string whose =
      sheet.owner ? sheet.owner->school_name + " · " + sheet.owner->round_title : sheet.programme.short_label;
  std::string css = "@page { " + margin_box("top-right", whose) + " " +
                    margin_box("bottom-left", edition_mark(sheet)) + " }\n";
  for (std::size_t i = 0; i < sheet.packets.size(); ++i) {
    const std::string page = "sheet-" + std::to_string(i + 1);
    css += "@page " + page + " { " + margin_box("top-left", sheet.packets[i].label) + " }\n";
    css += "[id=" + render::css_string(packet_anchor(sheet.packets[i])) + "] { page: " + page + "; }\n";
  }
  return css;
}

void set_owner(View& view, const HtmlMaking& making) {
  const auto& owner = making.sheet.owner;
  view.set("owner_words", owner ? owner_words(making.sheet, making.texts) : std::string());
  view.set("owner_school", owner ? owner->school_name : std::string());
  view.set("owner_day", owner ? owner->last_day : std::string());
}

void set_frame(View& view, const HtmlMaking& making) {
  const Worksheet& sheet = making.sheet;
  const Texts& texts = making.texts;
  const std::string programme = programme_words(sheet, texts);
  view.set("language", sheet.language).set("page_title", sheet.title + " · " + programme);
  view.set("page_rules", page_rules(sheet));
  view.set("title", sheet.title).set("programme", programme).set("draft", sheet.draft);
  view.set("programme_short", sheet.programme.short_label).set("profession", sheet.profession);
  view.set("edition", sheet.edition).set("version", sheet.version).set("hash", sheet.hash);
  view.set("license", sheet.license).set("about", sheet.about);
  view.set("who", texts(sheet.programme.solo ? "worksheet.cover.who_solo" : "worksheet.cover.who"));
  view.set("time", time_words(sheet, texts));
  set_time(view, sheet.total, texts);
  view.set("states", views(answer_states(texts), [](const StateWords& state) {
             return View().set("label", state.label).set("meaning", state.meaning);
           }));
}

}  // namespace

std::string worksheet_html(const Worksheet& sheet, const render::Templates& templates, const Texts& texts) {
  const HtmlMaking making{sheet, texts};
  View view;
  set_frame(view, making);
  set_owner(view, making);
  view.set("packets",
           views(sheet.packets, [&](const Packet& packet) { return packet_view(packet, making); }));
  return templates.render("worksheet", view);
}

}  // namespace smm::report
