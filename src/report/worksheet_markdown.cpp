// SPDX-License-Identifier: Apache-2.0
#include "report/worksheet_markdown.hpp"

#include "report/markdown.hpp"
#include "report/worksheet_words.hpp"

namespace smm::report {
namespace {

using instrument::Item;
using instrument::ItemType;
using render::Texts;

constexpr std::string_view blank = "\\_\\_\\_\\_\\_\\_";

class MarkdownSheet {
 public:
  MarkdownSheet(const Worksheet& sheet, const Texts& texts) : sheet_(sheet), texts_(texts) {}

  std::string text() {
    cover();
    for (const Packet& packet : sheet_.packets) write_packet(packet);
    return std::move(out_);
  }

 private:
  void line(std::string_view text) { out_.append(text).append("\n"); }
  void paragraph(std::string_view text) { out_.append("\n").append(text).append("\n"); }
  void heading(int level, const std::string& text) {
    paragraph(std::string(static_cast<std::size_t>(level), '#') + " " + markdown_text(text));
  }
  void labeled(std::string_view label, std::string_view text) {
    paragraph("**" + markdown_text(label) + ".** " + markdown_text(text));
  }
  std::string word(std::string_view key) const { return markdown_text(texts_(key)); }

  void cover() {
    line("# " + markdown_text(sheet_.title));
    paragraph("**" + markdown_text(programme_words(sheet_, texts_)) + "** · " + word("worksheet.document"));
    if (sheet_.draft) paragraph("*" + word("worksheet.draft") + "*");
    paragraph(markdown_text(sheet_.about));
    labeled(texts_("worksheet.cover.who_title"),
            texts_(sheet_.programme.solo ? "worksheet.cover.who_solo" : "worksheet.cover.who"));
    labeled(texts_("worksheet.cover.time_title"), time_words(sheet_, texts_));
    labeled(texts_("worksheet.cover.promise_title"), texts_("worksheet.cover.promise"));
    packet_table();
    instructions();
    imprint();
  }

  void table_head(std::initializer_list<std::string_view> keys) {
    std::string head = "|";
    std::string rule = "|";
    for (const std::string_view key : keys) {
      head += " " + word(key) + " |";
      rule += " --- |";
    }
    paragraph(head);
    line(rule);
  }

  void time_row(const std::string& label, const instrument::PacketTime& time) {
    line("| " + label + " | " + std::to_string(time.items) + " | " + std::to_string(time.numbers) + " | " +
         minutes_words(time.answering, texts_) + " | " + minutes_words(time.gathering, texts_) + " |");
  }

  void packet_table() {
    table_head({"worksheet.cover.office", "worksheet.cover.questions", "worksheet.cover.numbers",
                "worksheet.cover.answering", "worksheet.cover.gathering"});
    for (const Packet& packet : sheet_.packets) time_row(markdown_text(packet.label), packet.time);
    time_row("**" + word("worksheet.cover.total") + "**", sheet_.total);
  }

  void instructions() {
    heading(2, texts_("worksheet.cover.how_title"));
    line("");
    for (int i = 1; i <= 5; ++i) {
      const std::string number = std::to_string(i);
      line(number + ". " + word("worksheet.cover.how_" + number));
    }
    heading(2, texts_("worksheet.cover.states_title"));
    line("");
    for (const StateWords& state : answer_states(texts_))
      line("- **" + markdown_text(state.label) + "**: " + markdown_text(state.meaning));
    line("- **§ " + word("worksheet.counsel_mark") + "**: " + word("worksheet.cover.counsel"));
  }

  void imprint() {
    paragraph(word("worksheet.edition") + " " + markdown_text(sheet_.edition + " " + sheet_.version) + " · " +
              word("worksheet.license") + " " + markdown_text(sheet_.license) + " · " +
              word("worksheet.content_hash") + " " + sheet_.hash);
  }

  void write_packet(const Packet& packet) {
    paragraph("---");
    heading(2, texts_("worksheet.packet.kicker") + ": " + packet.label);
    paragraph(markdown_text(
        texts_.counted("worksheet.questions", packet.time.items) + " · " +
        texts_.counted("worksheet.numbers", packet.time.numbers) + " · " +
        texts_("worksheet.answering_time", {{"time", minutes_words(packet.time.answering, texts_)}}) + " · " +
        texts_("worksheet.gathering_time", {{"time", minutes_words(packet.time.gathering, texts_)}})));
    paragraph(markdown_text(skip_words(packet, texts_)));
    if (const std::string legal = legal_words(packet, texts_); !legal.empty())
      paragraph(markdown_text(legal));
    numbers_sheet(packet);
    terms(packet);
    for (const WorksheetArea& area : packet.areas) write_area(area, packet);
  }

  void numbers_sheet(const Packet& packet) {
    heading(3, texts_("worksheet.packet.numbers_title"));
    if (packet.time.numbers == 0) return paragraph(word("worksheet.packet.numbers_none"));
    paragraph(word("worksheet.packet.numbers_intro"));
    table_head({"worksheet.packet.line", "worksheet.packet.what", "worksheet.of", "worksheet.packet.period",
                "worksheet.note.reported", "worksheet.packet.value"});
    for (const Question* question : questions_of(packet)) {
      for (const NumberLine& number : question->numbers) {
        line("| " + number.label + " | " + markdown_text(number.numerator) + " | " +
             markdown_text(number.denominator) + " | " + markdown_text(question->period) + " | " +
             markdown_text(question->item.wording.reported) + " | |");
      }
    }
  }

  void terms(const Packet& packet) {
    if (packet.terms.empty()) return;
    heading(3, texts_("worksheet.packet.terms_title"));
    line("");
    for (const instrument::Term& term : packet.terms)
      line("- **" + markdown_text(term.term) + "**: " + markdown_text(term.definition));
  }

  void write_area(const WorksheetArea& area, const Packet& packet) {
    heading(3, area.label);
    paragraph("*" + (area.domain.empty() ? word("worksheet.packet.unscored") : markdown_text(area.domain)) +
              "*");
    for (const Question& question : area.questions) write_question(question, packet);
  }

  void write_question(const Question& question, const Packet& packet) {
    const Item& item = question.item;
    paragraph("#### " + std::to_string(question.number) + "\\. " + markdown_text(item.wording.question) +
              (item.legal.empty() ? "" : " §"));
    std::string facts;
    for (const std::string& fact : question_facts(question, texts_))
      facts += (facts.empty() ? "" : " · ") + markdown_text(fact);
    paragraph("*" + facts + "*");
    if (!question.route.empty()) paragraph("**" + markdown_text(question.route) + "**");
    if (!item.wording.definitions.empty()) labeled(texts_("worksheet.what_counts"), item.wording.definitions);
    if (const std::string see = defined_terms(question, packet, texts_); !see.empty())
      paragraph(markdown_text(see));
    answer_room(question);
    for (const QuestionNote& note : question_notes(question, texts_)) labeled(note.label, note.text);
    if (!item.legal.empty()) labeled("§ " + texts_("worksheet.counsel"), item.legal);
  }

  void answer_room(const Question& question) {
    const Item& item = question.item;
    paragraph(markdown_text(how_to_answer(item, texts_)));
    line("");
    if (item.type == ItemType::year_grid) {
      grid(item);
    } else {
      choices(item);
    }
    for (const NumberLine& number : question.numbers) write_number(number);
    if (item.type == ItemType::date || item.type == ItemType::text || item.type == ItemType::evidence)
      line(std::string(blank) + std::string(blank) + std::string(blank));
    otherwise();
  }

  void choices(const Item& item) {
    for (const instrument::Option& option : item.options) {
      std::string remark = option.exclusive ? texts_("worksheet.only_this")
                           : option.leaves  ? texts_("worksheet.leaves")
                                            : "";
      if (!remark.empty()) remark = " *(" + markdown_text(remark) + ")*";
      const std::string place = item.type == ItemType::phase ? option.id + "\\. " : "";
      line("- [ ] " + place + markdown_text(option.label) + remark);
    }
    if (offers_none(item)) line("- [ ] " + word("worksheet.none_of_these"));
  }

  void grid(const Item& item) {
    std::string head = "| " + word("worksheet.topic") + " |";
    std::string rule = "| --- |";
    std::string cells;
    for (int year = 1; year <= sheet_.programme.years; ++year) {
      head += " " + markdown_text(texts_("worksheet.year", {{"n", std::to_string(year)}})) + " |";
      rule += " --- |";
      cells += " [ ] |";
    }
    line(head);
    line(rule);
    for (const instrument::Option& topic : item.options)
      line("| " + markdown_text(topic.label) + " |" + cells);
    paragraph("- [ ] " + word("worksheet.no_boxes"));
  }

  void write_number(const NumberLine& number) {
    std::string text = "- ";
    if (!number.part.empty()) text += word("worksheet." + number.part) + ": ";
    text += std::string(blank) + " " + markdown_text(number.numerator);
    if (!number.denominator.empty())
      text += " " + word("worksheet.of") + " " + std::string(blank) + " " + markdown_text(number.denominator);
    if (number.percent_will_do)
      text += " (" + word("worksheet.or_percent") + ": " + std::string(blank) + " %)";
    line(text);
  }

  void otherwise() {
    std::string text = word("worksheet.otherwise") + ":";
    for (const StateWords& state : answer_states(texts_)) text += " [ ] " + markdown_text(state.label) + " ·";
    paragraph(text + " " + word("worksheet.reason_or_citation") + ": " + std::string(blank));
  }

  const Worksheet& sheet_;
  const Texts& texts_;
  std::string out_;
};

}  // namespace

std::string worksheet_markdown(const Worksheet& sheet, const Texts& texts) {
  return MarkdownSheet(sheet, texts).text();
}

}  // namespace smm::report
