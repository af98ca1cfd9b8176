// SPDX-License-Identifier: Apache-2.0
#include "report/question_list.hpp"

#include <set>

#include "instrument/answering_time.hpp"
#include "report/points_words.hpp"
#include "report/route_sentence.hpp"
#include "report/worksheet_words.hpp"

namespace smm::report {
namespace {

using instrument::Edition;
using instrument::Item;
using instrument::ItemType;
using instrument::Section;
using instrument::SectionKind;
using instrument::Variant;
using render::Texts;
using render::View;
using render::views;

struct ListMaking {
  const Edition& edition;
  const Texts& texts;
  std::string ending;  // of links to sections

  std::string page_of(const Section& section) const { return section.id + ending; }
};

View fact(const std::string& text) {
  return View().set("fact", text);
}

View help(const std::string& label, const std::string& text) {
  return View().set("label", label).set("text", text);
}

std::string programme_names(const Edition& edition, instrument::ProgrammeSet set, const Texts& texts) {
  const auto everyone = (instrument::ProgrammeSet{1} << edition.programmes.size()) - 1;
  if (set == everyone) return texts("list.all_programmes");
  std::string names;
  for (std::size_t i = 0; i < edition.programmes.size(); ++i) {
    if ((set >> i & 1U) != 0) names += (names.empty() ? "" : ", ") + edition.programmes[i].short_label;
  }
  return names;
}

View::List fact_views(const Item& item, const ListMaking& making) {
  const Edition& edition = making.edition;
  const Texts& texts = making.texts;
  View::List facts{fact(item.id), fact(edition.period(item.period).label)};
  facts.push_back(fact(texts("list.answered_by") + " " + edition.office(item.office).label + ", " +
                       texts(item.shared ? "list.shared" : "list.per_programme")));
  facts.push_back(fact(texts("list.asked_of") + " " + programme_names(edition, item.programmes, texts)));
  return facts;
}

void add_wording(View::List& all, const instrument::Wording& wording, const Texts& texts) {
  const auto add = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) all.push_back(help(texts(key), text));
  };
  add("worksheet.note.why", wording.why);
  add("worksheet.what_counts", wording.definitions);
  add("worksheet.note.example", wording.example);
  add("worksheet.note.reported", wording.reported);
  add("worksheet.note.evidence", wording.evidence);
}

View::List help_views(const Item& item, const Texts& texts) {
  View::List all;
  add_wording(all, item.wording, texts);
  const auto word = [&](const std::string& group, std::string_view id) {
    return texts("list." + group + "_words." + std::string(id));
  };
  all.push_back(help(texts("list.kind"), word("kind", to_string(item.kind))));
  if (item.lever) all.push_back(help(texts("list.moved_by"), word("lever", to_string(*item.lever))));
  if (item.effort) all.push_back(help(texts("list.takes"), word("effort", to_string(*item.effort))));
  if (!item.measure.empty()) all.push_back(help(texts("list.measure"), item.measure));
  if (item.gathering_minutes > 0)
    all.push_back(help(texts("list.gathering_minutes"), minutes_words(item.gathering_minutes, texts)));
  if (!item.legal.empty()) all.push_back(help("§ " + texts("list.legal"), item.legal));
  return all;
}

void set_route(View& view, const Item& item, const ListMaking& making) {
  const Edition& edition = making.edition;
  const QuestionNames names = [&](std::size_t position) {
    const Item& other = edition.items[position];
    return NamedQuestion{
        making.texts("worksheet.question_unnumbered", {{"question", other.wording.question}}), &other};
  };
  View::List links;
  if (item.ask_if) {
    for (const int handle : expression::references(*item.ask_if)) {
      if (handle < 0) continue;
      const Item& other = edition.items[static_cast<std::size_t>(handle)];
      links.push_back(View()
                          .set("href", making.page_of(edition.sections[other.section]) + "#" + other.id)
                          .set("id", other.id));
    }
  }
  view.set("route", route_sentence(item, edition, names, making.texts)).set("route_links", std::move(links));
}

// Choices that the table of points does not show.
void set_choices(View& view, const Item& item, const Texts& texts) {
  const bool shown = item.scored != instrument::Scored::no && item.steps.empty();
  const bool grid = item.type == ItemType::year_grid;
  view.set("choices_title", texts(grid ? "list.topics_title" : "list.options_title"));
  view.set("has_choices", !shown && !item.options.empty());
  view.set("choices", views(item.options, [&](const instrument::Option& option) {
             const std::string remark = option.exclusive ? texts("worksheet.only_this") : "";
             return View().set("label", option.label).set("remark", remark);
           }));
}

View quantity_view(const std::string& part, const instrument::Quantity& quantity) {
  return View()
      .set("part", part)
      .set("numerator", quantity.numerator)
      .set("denominator", quantity.denominator);
}

void set_numbers(View& view, const Item& item, const Texts& texts) {
  const bool two = item.type == ItemType::two_shares;
  View::List numbers{quantity_view(two ? texts("worksheet.own") : "", item.own)};
  if (two) numbers.push_back(quantity_view(texts("worksheet.comparator"), item.comparator));
  view.set("has_numbers", instrument::is_number(item.type)).set("numbers", std::move(numbers));
}

View points_table(const std::string& for_whom, const std::vector<PointsRow>& rows) {
  return View().set("for_whom", for_whom).set("rows", views(rows, [](const PointsRow& row) {
                                                return View()
                                                    .set("answer", row.answer)
                                                    .set("remark", row.remark)
                                                    .set("points", row.points)
                                                    .set("reason", row.reason);
                                              }));
}

std::string for_whom(const Variant& variant, const ListMaking& making) {
  return making.texts("list.differs",
                      {{"programmes", programme_names(making.edition, variant.programmes, making.texts)}});
}

void set_points(View& view, const Item& item, const ListMaking& making) {
  const Texts& texts = making.texts;
  View::List tables;
  if (item.scored != instrument::Scored::no) {
    const auto rows =
        item.steps.empty() ? option_points(item, texts) : step_points_rows(item, item.steps, texts);
    tables.push_back(points_table("", rows));
    for (const Variant& variant : item.variants) {
      if (variant.steps.empty()) continue;
      tables.push_back(points_table(for_whom(variant, making), step_points_rows(item, variant.steps, texts)));
    }
  }
  const std::string note = item.scored == instrument::Scored::no         ? texts("list.unscored")
                           : item.scored == instrument::Scored::optional ? texts("list.optional")
                                                                         : "";
  view.set("scoring_note", note).set("point_tables", std::move(tables));
}

// What a variant words differently; its steps stand with the points.
View::List variant_views(const Item& item, const ListMaking& making) {
  View::List all;
  for (const Variant& variant : item.variants) {
    View::List differences;
    if (!variant.wording.question.empty())
      differences.push_back(help(making.texts("sheet.question"), variant.wording.question));
    add_wording(differences, variant.wording, making.texts);
    if (!variant.period.empty())
      differences.push_back(help(making.texts("list.period"), making.edition.period(variant.period).label));
    for (const auto& [option, label] : variant.labels)
      differences.push_back(help(making.texts("list.answer"), label));
    if (differences.empty()) continue;
    all.push_back(View().set("for_whom", for_whom(variant, making)).set("help", std::move(differences)));
  }
  return all;
}

View item_view(const Item& item, const ListMaking& making) {
  View view;
  view.set("id", item.id).set("question", item.wording.question);
  set_route(view, item, making);
  view.set("facts", fact_views(item, making)).set("help", help_views(item, making.texts));
  set_choices(view, item, making.texts);
  set_numbers(view, item, making.texts);
  set_points(view, item, making);
  return view.set("variants", variant_views(item, making));
}

void set_edition(View& view, const Edition& edition) {
  view.set("language", edition.language).set("title", edition.title).set("edition", edition.id);
  view.set("version", edition.version).set("license", edition.license).set("hash", edition.hash);
  view.set("draft", !edition.published);
}

View::List term_views(const Section& section, const Edition& edition) {
  std::set<std::string> used;
  for (const std::size_t position : section.items)
    used.insert(edition.items[position].terms.begin(), edition.items[position].terms.end());
  View::List terms;
  for (const instrument::Term& term : edition.terms) {
    if (used.contains(term.id))
      terms.push_back(View().set("term", term.term).set("definition", term.definition));
  }
  return terms;
}

std::string domain_of(const Section& section, const Edition& edition) {
  return section.kind == SectionKind::area ? edition.domains[section.domain].label : "";
}

View::List neighbor(const ListMaking& making, std::size_t position) {
  if (position >= making.edition.sections.size()) return {};
  const Section& section = making.edition.sections[position];
  return {View().set("file", making.page_of(section)).set("label", section.label)};
}

View section_view(std::size_t position, const ListMaking& making) {
  const Edition& edition = making.edition;
  const Section& section = edition.sections[position];
  View view;
  set_edition(view, edition);
  view.set("label", section.label).set("intro", section.intro).set("domain", domain_of(section, edition));
  view.set("also_called", section.historic_label.empty()
                              ? ""
                              : making.texts("list.also_called", {{"label", section.historic_label}}));
  view.set("previous", position == 0 ? View::List{} : neighbor(making, position - 1));
  view.set("next", neighbor(making, position + 1));
  view.set("items",
           views(section.items, [&](std::size_t item) { return item_view(edition.items[item], making); }));
  View::List terms = term_views(section, edition);
  return view.set("has_terms", !terms.empty()).set("terms", std::move(terms));
}

View area_row(const Section& section, const ListMaking& making) {
  const Edition& edition = making.edition;
  std::size_t scored = 0;
  for (const std::size_t item : section.items)
    scored += edition.items[item].scored == instrument::Scored::yes ? 1U : 0U;
  return View()
      .set("file", making.page_of(section))
      .set("label", section.label)
      .set("domain", domain_of(section, edition))
      .set("count", std::to_string(section.items.size()))
      .set("scored", std::to_string(scored))
      .set("module", section.kind == SectionKind::module);
}

View programme_row(std::size_t programme, const ListMaking& making) {
  const Edition& edition = making.edition;
  const auto time = instrument::total_time(
      instrument::packet_times(edition, instrument::questionnaire_for(edition, programme)));
  return View()
      .set("label", edition.programmes[programme].label)
      .set("short", edition.programmes[programme].short_label)
      .set("count", std::to_string(time.items))
      .set("answering", minutes_words(time.answering, making.texts))
      .set("gathering", minutes_words(time.gathering, making.texts));
}

View index_view(const ListMaking& making) {
  const Edition& edition = making.edition;
  View view;
  set_edition(view, edition);
  View::List areas;
  View::List others;
  for (const Section& section : edition.sections) {
    (section.kind == SectionKind::area ? areas : others).push_back(area_row(section, making));
  }
  View::List programmes;
  for (std::size_t i = 0; i < edition.programmes.size(); ++i) programmes.push_back(programme_row(i, making));
  view.set("about", edition.about).set("areas", std::move(areas)).set("others", std::move(others));
  return view.set("programmes", std::move(programmes));
}

}  // namespace

std::vector<Page> question_list(const Edition& edition, const render::Templates& templates,
                                const Texts& texts) {
  const ListMaking making{edition, texts, ".html"};
  std::vector<Page> pages{{"index.html", templates.render("question_list_index", index_view(making))}};
  for (std::size_t i = 0; i < edition.sections.size(); ++i)
    pages.push_back({making.page_of(edition.sections[i]),
                     templates.render("question_list_area", section_view(i, making))});
  return pages;
}

View question_index_view(const Edition& edition, const Texts& texts) {
  return index_view({edition, texts, ""});
}

View question_section_view(const Edition& edition, std::size_t section, const Texts& texts) {
  return section_view(section, {edition, texts, ""});
}

}  // namespace smm::report
