// SPDX-License-Identifier: Apache-2.0
#include "app/paper/read_worksheet.hpp"

#include "app/answering/sheet_words.hpp"
#include "app/paper/problems.hpp"
#include "app/paper/returned_workbook.hpp"
#include "app/paper/waiting_forms.hpp"
#include "exchange/problems.hpp"
#include "report/problems.hpp"

namespace smm::app {
namespace {

namespace why = paper_problem;
using exchange::ReadWorkbook;

// What a worksheet unpacks to; those of the whole edition come to a tenth.
constexpr std::size_t most_unpacked_worksheet = std::size_t{24} << 20;

base::Result<ReadWorkbook> read_sent(std::string_view bytes) {
  const base::Place file{"file", 0, 0};
  if (bytes.empty()) return base::Problem(why::worksheet_missing, "Choose a file first", file);
  if (bytes.size() > most_worksheet_bytes)
    return base::Problem(report::problem::worksheet_too_large, "The file is larger than 4 MB", file);
  if (!exchange::looks_like_workbook(bytes))
    return base::Problem(exchange::problem::xlsx_damaged,
                         "This is not a workbook (.xlsx). Save the worksheet as .xlsx and send it again",
                         file);
  return exchange::read_workbook(bytes, "file", most_unpacked_worksheet);
}

// Is it the sheet that lies open?
std::optional<base::Problem> refusal_of(const report::WorkbookFacts& facts, const OpenSheet& sheet) {
  const base::Place file{"file", 0, 0};
  if (facts.school != sheet.school.code)
    return base::Problem(why::worksheet_of_another_school,
                         "This worksheet was made for another school; nothing of it was taken", file);
  if (facts.round != sheet.round.code)
    return base::Problem(why::worksheet_of_another_round,
                         "This worksheet was made for another round; nothing of it was taken", file);
  const auto& edition = sheet.edition->edition;
  if (facts.edition != edition.id || facts.hash != edition.hash)
    return base::Problem(
        why::worksheet_of_another_edition,
        "This worksheet asks the questions of another edition; take a new one and copy the answers into it",
        file);
  return std::nullopt;
}

}  // namespace

base::Result<SentWorksheet> read_worksheet(const render::Texts& texts, const OpenSheet& sheet,
                                           std::string_view bytes) {
  const auto book = read_sent(bytes);
  if (!book) return book.problems();
  const auto facts = report::workbook_facts(*book);
  if (!facts) return facts.problems();
  if (auto refused = refusal_of(*facts, sheet)) return *refused;
  SentWorksheet sent{facts->filled, numbered_questions(*sheet_words(sheet.plan, texts)), {}};
  auto answers = report::returned_answers(*book, sent.questions, texts);
  if (!answers) return std::move(answers).problems();
  sent.answers = std::move(*answers);
  return sent;
}

}  // namespace smm::app
