// SPDX-License-Identifier: Apache-2.0
#include "report/worksheet_xlsx.hpp"

#include <cstdlib>

#include "report/workbook_lists.hpp"
#include "report/worksheet_cells.hpp"
#include "report/worksheet_words.hpp"

namespace smm::report {
namespace {

using exchange::CellRange;
using exchange::CellStyle;
using exchange::Sheet;
using instrument::Item;
using instrument::ItemType;
using render::Texts;

constexpr std::uint16_t id_column = 0;
constexpr std::uint16_t number_column = 1;
constexpr std::uint16_t question_column = 2;
constexpr std::uint16_t answer_column = 3;
constexpr std::int64_t largest_number = 999'999'999'999;

// The columns behind the answers, which are as many as there are years.
struct Columns {
  explicit Columns(int years)
      : last_answer(static_cast<std::uint16_t>(answer_column + years - 1)),
        state(static_cast<std::uint16_t>(last_answer + 1)),
        reason(static_cast<std::uint16_t>(last_answer + 2)),
        help(static_cast<std::uint16_t>(last_answer + 3)) {}

  std::uint16_t last_answer;
  std::uint16_t state;
  std::uint16_t reason;
  std::uint16_t help;
};

class PacketSheet {
 public:
  PacketSheet(Sheet sheet, const Worksheet& worksheet, WorkbookLists& lists, const Texts& texts)
      : sheet_(std::move(sheet)),
        worksheet_(worksheet),
        columns_(worksheet.programme.years),
        lists_(lists),
        texts_(texts) {}

  void write(const Packet& packet) {
    head(packet);
    numbers(packet);
    for (const WorksheetArea& area : packet.areas) write_area(area);
    if (!packet.terms.empty()) terms(packet);
    finish(packet);
  }

 private:
  void head(const Packet& packet) {
    sheet_.text(row_++, number_column, packet.label, CellStyle::title);
    sheet_.text(
        row_++, number_column,
        programme_words(worksheet_, texts_) + " · " +
            texts_.counted("worksheet.questions", packet.time.items) + " · " +
            texts_("worksheet.answering_time", {{"time", minutes_words(packet.time.answering, texts_)}}) +
            " · " +
            texts_("worksheet.gathering_time", {{"time", minutes_words(packet.time.gathering, texts_)}}));
    sheet_.text(row_++, number_column, skip_words(packet, texts_));
    sheet_.text(row_, number_column, texts_("sheet.number"), CellStyle::heading);
    sheet_.text(row_, question_column, texts_("sheet.question"), CellStyle::heading);
    across_answers(texts_("sheet.answer"), CellStyle::heading);
    sheet_.text(row_, columns_.state, texts_("sheet.state"), CellStyle::heading);
    sheet_.text(row_, columns_.reason, texts_("sheet.reason"), CellStyle::heading);
    sheet_.text(row_++, columns_.help, texts_("sheet.help"), CellStyle::heading);
    sheet_.freeze_panes(row_, 0);
  }

  // A cell to be filled, with what was said there. A number stands as one, for the rule of its cell to hold.
  void input(const std::string& text, CellStyle style = CellStyle::input) {
    across_answers(text, style);
    constexpr std::size_t most_digits = 15;  // a double holds them all
    const bool number = !text.empty() && text.size() <= most_digits &&
                        text.find_first_not_of("0123456789.") == std::string::npos;
    if (number && style == CellStyle::input)
      sheet_.number(row_, answer_column, std::strtod(text.c_str(), nullptr), style);
  }

  std::string said(const std::string& part) const {
    const auto found = cells_.parts.find(part);
    return found == cells_.parts.end() ? "" : found->second;
  }

  std::string mark(const std::string& part) const { return lists_.tick_label(said(part)); }

  // One cell as wide as all the years of a grid.
  void across_answers(std::string_view text, CellStyle style) {
    if (columns_.last_answer == answer_column) {
      sheet_.text(row_, answer_column, text, style);
    } else {
      sheet_.merged_text({row_, answer_column, row_, columns_.last_answer}, text, style);
    }
  }

  CellRange here(std::uint16_t column) const { return {row_, column, row_, column}; }

  void numbers(const Packet& packet) {
    if (packet.time.numbers == 0) return;
    section(texts_("worksheet.packet.numbers_title"), texts_("worksheet.packet.numbers_intro"));
    for (const Question* question : questions_of(packet)) {
      if (instrument::is_number(question->item.type)) write_question(*question);
    }
  }

  void write_area(const WorksheetArea& area) {
    bool begun = false;
    for (const Question& question : area.questions) {
      if (instrument::is_number(question.item.type)) continue;
      if (!begun) section(area.label, area.domain);
      begun = true;
      write_question(question);
    }
  }

  void section(std::string_view title, std::string_view note) {
    ++row_;
    sheet_.text(row_, number_column, title, CellStyle::title);
    sheet_.text(row_++, columns_.help, note, CellStyle::note);
  }

  void write_question(const Question& question) {
    const Item& item = question.item;
    cells_ = cells_of(item, question.entered);
    sheet_.text(row_, id_column, question.key);
    sheet_.number(row_, number_column, question.number, CellStyle::heading);
    sheet_.text(row_, question_column, question_words(question), CellStyle::heading);
    sheet_.choose_from(here(columns_.state), lists_.states(),
                       {texts_("sheet.state"), texts_("sheet.state_hint")});
    sheet_.text(row_, columns_.state, lists_.state_label(cells_.state), CellStyle::input);
    sheet_.text(row_, columns_.reason, cells_.reason, CellStyle::input_text);
    sheet_.text(row_, columns_.help, help_words(question), CellStyle::note);
    single_answer(item);
    ++row_;
    if (item.type == ItemType::year_grid) grid_rows(question);
    if (item.type == ItemType::any_of) option_rows(question);
    for (const NumberLine& line : question.numbers) number_rows(question, line);
  }

  std::string question_words(const Question& question) const {
    std::string words = question.item.wording.question;
    if (!question.programme.empty()) words = question.programme + ": " + words;
    if (!question.item.legal.empty()) words += " §";
    if (!question.route.empty()) words += "\n" + question.route;
    return words;
  }

  std::string help_words(const Question& question) const {
    std::string words;
    const auto add = [&](const std::string& label, const std::string& text) {
      if (!text.empty()) words += (words.empty() ? "" : "\n") + label + ": " + text;
    };
    add(texts_("sheet.answer"), how_to_answer(question.item, texts_));
    add(texts_("worksheet.what_counts"), question.item.wording.definitions);
    add(texts_("worksheet.packet.period"), question.period);
    add(texts_("sheet.about"), scope_words(question.item, texts_));
    for (const QuestionNote& note : question_notes(question, texts_)) add(note.label, note.text);
    add("§ " + texts_("worksheet.counsel"), question.item.legal);
    return words;
  }

  void single_answer(const Item& item) {
    switch (item.type) {
      case ItemType::yes_no:
      case ItemType::one_of:
      case ItemType::phase:
        input(option_label(item, said("")), CellStyle::input_text);
        sheet_.choose_from(here(answer_column), lists_.options_of(item), hint("sheet.choose"));
        return;
      case ItemType::count:
      case ItemType::money:
        input(said(""));
        whole_number(item.maximum ? static_cast<std::int64_t>(*item.maximum) : largest_number);
        return;
      case ItemType::date:
      case ItemType::text:
      case ItemType::evidence:
        input(said(""), CellStyle::input_text);
        return;
      default:
        across_answers("", CellStyle::heading);
    }
  }

  exchange::InputMessage hint(std::string_view key) const { return {texts_("sheet.answer"), texts_(key)}; }

  void whole_number(std::int64_t high) {
    sheet_.whole_number(here(answer_column), 0, high, hint("sheet.whole_number"));
  }

  void begin_row(const std::string& id, std::string_view label) {
    sheet_.text(row_, id_column, id);
    sheet_.text(row_, question_column, label, CellStyle::body);
  }

  void none_row(const Question& question, std::string_view label_key) {
    begin_row(question.key + "#none", texts_(label_key));
    input(mark("none"));
    sheet_.choose_from(here(answer_column), lists_.yes(), hint("sheet.choose_yes"));
    ++row_;
  }

  void option_rows(const Question& question) {
    for (const instrument::Option& option : question.item.options) {
      const std::string remark = option.exclusive ? " (" + texts_("worksheet.only_this") + ")" : "";
      begin_row(question.key + "#" + option.id, option.label + remark);
      input(mark(option.id));
      sheet_.choose_from(here(answer_column), lists_.ticks(), hint("sheet.choose_yes"));
      sheet_.blank(row_++, columns_.reason, CellStyle::input_text);
    }
    if (offers_none(question.item)) none_row(question, "worksheet.none_of_these");
  }

  void grid_rows(const Question& question) {
    const auto last = static_cast<std::uint16_t>(answer_column + question.years - 1);
    for (std::uint16_t column = answer_column; column <= last; ++column)
      sheet_.text(row_, column, texts_("worksheet.year", {{"n", year_at(column)}}), CellStyle::heading);
    ++row_;
    for (const instrument::Option& topic : question.item.options) {
      begin_row(question.key + "#" + topic.id, topic.label);
      for (std::uint16_t column = answer_column; column <= last; ++column)
        sheet_.text(row_, column, mark(topic.id + "@" + year_at(column)), CellStyle::input);
      sheet_.choose_from({row_, answer_column, row_, last}, lists_.ticks(), hint("sheet.choose_yes"));
      sheet_.blank(row_++, columns_.reason, CellStyle::input_text);
    }
    none_row(question, "worksheet.no_boxes");
  }

  static std::string year_at(std::uint16_t column) { return std::to_string(column - answer_column + 1); }

  // Counts and amounts have their cell in the item's own row.
  void number_rows(const Question& question, const NumberLine& line) {
    if (line.denominator.empty()) return;
    const std::string before = line.part.empty() ? "" : line.part + ".";
    const std::string part = line.part.empty() ? "" : texts_("worksheet." + line.part) + ": ";
    number_row(question, before + "n", part + texts_("sheet.numerator", {{"what", line.numerator}}));
    number_row(question, before + "d", part + texts_("sheet.denominator", {{"what", line.denominator}}));
    if (!line.percent_will_do) return;
    begin_row(question.key + "#" + before + "percent", part + texts_("sheet.percent_line"));
    input(said(before + "percent"));
    sheet_.decimal_number(here(answer_column), 0, 100, hint("sheet.percent"));
    ++row_;
  }

  void number_row(const Question& question, const std::string& part, const std::string& label) {
    begin_row(question.key + "#" + part, label);
    input(said(part));
    whole_number(largest_number);
    ++row_;
  }

  void terms(const Packet& packet) {
    section(texts_("worksheet.packet.terms_title"), "");
    for (const instrument::Term& term : packet.terms)
      sheet_.text(row_++, question_column, term.term + ": " + term.definition, CellStyle::body);
  }

  void finish(const Packet& packet) {
    const double answers_width = 44.0 / (columns_.last_answer - answer_column + 1);
    sheet_.column_width(number_column, number_column, 6).column_width(question_column, question_column, 58);
    sheet_.column_width(answer_column, columns_.last_answer, answers_width);
    sheet_.column_width(columns_.state, columns_.state, 22)
        .column_width(columns_.reason, columns_.reason, 26);
    sheet_.column_width(columns_.help, columns_.help, 70).hide_columns(id_column, id_column);
    sheet_.page({.landscape = true,
                 .repeat_rows = exchange::RowSpan{3, 3},
                 .header = packet.label,
                 .footer = edition_mark(worksheet_)});
    sheet_.protect();
  }

  Sheet sheet_;
  const Worksheet& worksheet_;
  Columns columns_;
  WorkbookLists& lists_;
  const Texts& texts_;
  std::uint32_t row_ = 0;
  AnswerCells cells_;  // of the question that is being written
};

void write_packet_table(Sheet& sheet, std::uint32_t& row, const Worksheet& worksheet, const Texts& texts) {
  const auto line = [&](const std::string& label, const instrument::PacketTime& time) {
    sheet.text(row, 0, label, CellStyle::body).number(row, 1, time.items, CellStyle::body);
    sheet.number(row, 2, time.numbers, CellStyle::body);
    sheet.text(row, 3, minutes_words(time.answering, texts), CellStyle::body);
    sheet.text(row++, 4, minutes_words(time.gathering, texts), CellStyle::body);
  };
  std::uint16_t column = 0;
  for (const std::string_view key : {"office", "questions", "numbers", "answering", "gathering"})
    sheet.text(row, column++, texts("worksheet.cover." + std::string(key)), CellStyle::heading);
  ++row;
  for (const Packet& packet : worksheet.packets) line(packet.label, packet.time);
  line(texts("worksheet.cover.total"), worksheet.total);
}

void write_read_me(Sheet sheet, const Worksheet& worksheet, const Texts& texts) {
  std::uint32_t row = 0;
  const auto paragraph = [&](const std::string& text) {
    sheet.merged_text({row, 0, row, 4}, text, CellStyle::body);
    sheet.row_height(row, 15.0 * (1.0 + static_cast<double>(text.size() / 95)));  // merged cells do not grow
    ++row;
  };
  sheet.text(row++, 0, worksheet.title, CellStyle::title);
  sheet.text(row++, 0, programme_words(worksheet, texts), CellStyle::title);
  if (worksheet.owner) paragraph(owner_words(worksheet, texts));
  if (worksheet.draft) paragraph(texts("worksheet.draft"));
  paragraph(worksheet.about);
  paragraph(texts(worksheet.programme.solo ? "worksheet.cover.who_solo" : "worksheet.cover.who"));
  paragraph(time_words(worksheet, texts));
  paragraph(texts("worksheet.cover.promise"));
  sheet.text(++row, 0, texts("sheet.how_title"), CellStyle::title);
  ++row;
  for (const std::string_view step : {"1", "2", "3", "4"}) paragraph(texts("sheet.how_" + std::string(step)));
  sheet.text(++row, 0, texts("worksheet.cover.states_title"), CellStyle::title);
  ++row;
  for (const StateWords& state : answer_states(texts)) paragraph(state.label + ": " + state.meaning);
  paragraph("§ " + texts("worksheet.counsel_mark") + ": " + texts("worksheet.cover.counsel"));
  sheet.text(++row, 0, texts("worksheet.cover.packets_title"), CellStyle::title);
  ++row;
  write_packet_table(sheet, row, worksheet, texts);
  sheet.text(++row, 0, edition_mark(worksheet), CellStyle::note);
  sheet.column_width(0, 0, 40).column_width(1, 4, 14).protect();
}

void write_edition(Sheet sheet, const Worksheet& worksheet) {
  const Columns columns(worksheet.programme.years);
  std::uint32_t row = 0;
  const auto pair = [&](std::string_view key, const std::string& value) {
    sheet.text(row, 0, key).text(row, 1, value);
    ++row;
  };
  pair("format", std::to_string(worksheet_workbook_format));
  pair("edition", worksheet.edition);
  pair("version", worksheet.version);
  pair("hash", worksheet.hash);
  pair("programme", worksheet.programme.id);
  if (!worksheet.whole && !worksheet.packets.empty()) pair("office", worksheet.packets.front().office);
  pair("whole", worksheet.whole ? "yes" : "no");
  pair("years", std::to_string(worksheet.programme.years));
  pair("id_column", std::to_string(id_column));
  pair("answer_column", std::to_string(answer_column));
  pair("state_column", std::to_string(columns.state));
  pair("reason_column", std::to_string(columns.reason));
  if (!worksheet.owner) return;
  pair("school", worksheet.owner->school);
  pair("round", worksheet.owner->round);
  pair("made", worksheet.owner->made);
  pair("filled", worksheet.owner->filled ? "yes" : "no");
}

void write_versions(Sheet sheet, const Worksheet& worksheet) {
  std::uint32_t row = 0;
  for (const Packet& packet : worksheet.packets)
    for (const Question* question : questions_of(packet)) {
      sheet.text(row, 0, question->key).text(row, 1, std::to_string(question->version));
      ++row;
    }
}

// What it is called in the list of a file's properties.
std::string subject_of(const Worksheet& worksheet, const Texts& texts) {
  if (!worksheet.owner) return programme_words(worksheet, texts);
  return worksheet.owner->school_name + " · " + worksheet.owner->round_title;
}

}  // namespace

std::string worksheet_xlsx(const Worksheet& worksheet, const Texts& texts) {
  exchange::Workbook book({.title = worksheet.title, .subject = subject_of(worksheet, texts)});
  write_read_me(book.add_sheet(texts("sheet.read_me")), worksheet, texts);
  std::vector<Sheet> sheets;
  for (const Packet& packet : worksheet.packets) sheets.push_back(book.add_sheet(packet.label));
  WorkbookLists lists(book, texts);
  write_edition(book.add_sheet("edition", exchange::SheetVisibility::hidden), worksheet);
  if (worksheet.owner)
    write_versions(book.add_sheet("versions", exchange::SheetVisibility::hidden), worksheet);
  for (std::size_t i = 0; i < worksheet.packets.size(); ++i)
    PacketSheet(sheets[i], worksheet, lists, texts).write(worksheet.packets[i]);
  return book.finish();
}

}  // namespace smm::report
