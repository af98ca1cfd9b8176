// SPDX-License-Identifier: Apache-2.0
#include "report/worksheet.hpp"

#include <algorithm>
#include <set>

#include "report/route_sentence.hpp"

namespace smm::report {
namespace {

using instrument::Edition;
using instrument::Item;
using instrument::ItemType;
using instrument::Questionnaire;
using instrument::QuestionnaireItem;

// Where every question of the whole worksheet stands.
struct Numbering {
  std::vector<const QuestionnaireItem*> by_position;  // Edition::items → item of the questionnaire, or null
  std::vector<int> number;                            // same, 0 when not asked
};

Numbering number_questions(const Edition& edition, const Questionnaire& questionnaire) {
  Numbering numbering;
  numbering.by_position.resize(edition.items.size());
  numbering.number.resize(edition.items.size());
  int next = 1;
  for (const instrument::Office& office : edition.offices) {
    for (const QuestionnaireItem& entry : questionnaire.items) {
      if (entry.item.office != office.id) continue;
      numbering.by_position[entry.position] = &entry;
      numbering.number[entry.position] = next++;
    }
  }
  return numbering;
}

// "question 12", with the packet where it is another one.
NamedQuestion named(const Edition& edition, const Numbering& numbering, std::size_t position,
                    const std::string& from_office, const render::Texts& texts) {
  const QuestionnaireItem* entry = numbering.by_position[position];
  if (entry == nullptr) {  // not asked of this program: say which question is meant
    const Item& item = edition.items[position];
    return {texts("worksheet.question_unnumbered", {{"question", item.wording.question}}), &item};
  }
  const std::string number = std::to_string(numbering.number[position]);
  if (entry->item.office == from_office)
    return {texts("worksheet.question_here", {{"number", number}}), &entry->item};
  const std::string& office = edition.office(entry->item.office).label;
  return {texts("worksheet.question_there", {{"number", number}, {"office", office}}), &entry->item};
}

WorksheetArea empty_area(const Edition& edition, const instrument::Section& section) {
  const bool in_domain = section.kind == instrument::SectionKind::area;
  return {
      section.id, section.label, section.intro, in_domain ? edition.domains[section.domain].label : "", {}};
}

struct PacketMaking {
  const Edition& edition;
  const Questionnaire& questionnaire;
  const Numbering& numbering;
  const render::Texts& texts;
};

Question make_question(const PacketMaking& making, const QuestionnaireItem& entry) {
  const Item& item = entry.item;
  const QuestionNames names = [&](std::size_t position) {
    return named(making.edition, making.numbering, position, item.office, making.texts);
  };
  Question question;
  question.number = making.numbering.number[entry.position];
  question.key = item.id;
  question.years = making.edition.programmes[making.questionnaire.programme].years;
  question.item = item;
  question.period = making.edition.period(item.period).label;
  question.route = route_sentence(item, making.edition, names, making.texts);
  question.answering = instrument::answering_minutes(item);
  return question;
}

Packet make_packet(const PacketMaking& making, const instrument::Office& office) {
  std::vector<Question> questions;
  for (const QuestionnaireItem& entry : making.questionnaire.items)
    if (entry.item.office == office.id) questions.push_back(make_question(making, entry));
  return packet_of(making.edition, office, std::move(questions));
}

// Of the words that are explained at its beginning, too.
instrument::PacketTime time_of(const Packet& packet) {
  instrument::PacketTime time;
  for (const instrument::Term& term : packet.terms)
    time.answering += instrument::reading_minutes(term.definition);
  for (const Question* question : questions_of(packet)) {
    time.items += 1;
    time.numbers += static_cast<int>(question->numbers.size());
    time.answering += question->answering;
    time.gathering += question->item.gathering_minutes;
  }
  return time;
}

Worksheet worksheet_frame(const Edition& edition, std::size_t programme) {
  Worksheet sheet;
  sheet.edition = edition.id;
  sheet.title = edition.title;
  sheet.version = edition.version;
  sheet.language = edition.language;
  sheet.hash = edition.hash;
  sheet.license = edition.license;
  sheet.about = edition.about;
  sheet.draft = !edition.published;
  sheet.programme = edition.programmes[programme];
  sheet.profession = edition.professions[sheet.programme.profession].label;
  return sheet;
}

}  // namespace

Worksheet make_worksheet(const Edition& edition, const Questionnaire& questionnaire,
                         const render::Texts& texts, std::optional<std::string_view> office) {
  Worksheet sheet = worksheet_frame(edition, questionnaire.programme);
  const Numbering numbering = number_questions(edition, questionnaire);
  const PacketMaking making{edition, questionnaire, numbering, texts};
  auto times = instrument::packet_times(edition, questionnaire);
  sheet.whole = !office.has_value();
  if (office) std::erase_if(times, [&](const auto& entry) { return entry.first != *office; });
  for (const instrument::Office& candidate : edition.offices) {
    const auto time = times.find(candidate.id);
    if (time == times.end()) continue;
    sheet.packets.push_back(make_packet(making, candidate));
    sheet.packets.back().time = time->second;
  }
  sheet.total = instrument::total_time(times);
  return sheet;
}

Worksheet school_worksheet(const Edition& edition, const std::vector<std::size_t>& programmes,
                           const WorksheetOwner& owner) {
  Worksheet sheet = worksheet_frame(edition, programmes.front());
  for (std::size_t i = 1; i < programmes.size(); ++i) {
    const instrument::Programme& also = edition.programmes[programmes[i]];
    sheet.programme.id += " " + also.id;
    sheet.programme.label += "; " + also.label;
    sheet.programme.short_label += ", " + also.short_label;
    sheet.programme.years = std::max(sheet.programme.years, also.years);
  }
  sheet.owner = owner;
  return sheet;
}

std::vector<NumberLine> number_lines(const Item& item, int number) {
  if (!instrument::is_number(item.type)) return {};
  const std::string label = std::to_string(number);
  const bool percent = item.type == ItemType::share || item.type == ItemType::two_shares;
  if (item.type != ItemType::two_shares)
    return {{label, "", item.own.numerator, item.own.denominator, percent}};
  return {{label + "a", "own", item.own.numerator, item.own.denominator, percent},
          {label + "b", "comparator", item.comparator.numerator, item.comparator.denominator, percent}};
}

Packet packet_of(const Edition& edition, const instrument::Office& office, std::vector<Question> questions) {
  Packet packet;
  packet.office = office.id;
  packet.label = office.label;
  std::set<std::string> used;
  for (Question& question : questions) {
    const std::string& section = edition.sections[question.item.section].id;
    if (packet.areas.empty() || packet.areas.back().id != section)
      packet.areas.push_back(empty_area(edition, edition.sections[question.item.section]));
    question.numbers = number_lines(question.item, question.number);
    used.insert(question.item.terms.begin(), question.item.terms.end());
    packet.areas.back().questions.push_back(std::move(question));
  }
  for (const instrument::Term& term : edition.terms) {
    if (used.contains(term.id)) packet.terms.push_back(term);
  }
  packet.time = time_of(packet);
  return packet;
}

std::vector<const Question*> questions_of(const Packet& packet) {
  std::vector<const Question*> all;
  for (const WorksheetArea& area : packet.areas) {
    for (const Question& question : area.questions) all.push_back(&question);
  }
  return all;
}

bool offers_none(const Item& item) {
  if (item.type == ItemType::year_grid) return true;
  if (item.type != ItemType::any_of) return false;
  return std::none_of(item.options.begin(), item.options.end(), [](const instrument::Option& option) {
    return option.exclusive || option.id == "none";
  });
}

}  // namespace smm::report
