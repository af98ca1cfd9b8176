// SPDX-License-Identifier: Apache-2.0
#include "instrument/concordance_reader.hpp"

#include "base/document_reader.hpp"
#include "base/problems.hpp"
#include "instrument/problems.hpp"
#include "instrument/words.hpp"

namespace smm::instrument {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

constexpr Word<Change> change_words[] = {{Change::same, "same"},       {Change::reworded, "reworded"},
                                         {Change::recoded, "recoded"}, {Change::split, "split"},
                                         {Change::merged, "merged"},   {Change::dropped, "dropped"},
                                         {Change::added, "new"}};

enum class RowsOf { areas, items };

// An empty list is an answer; a list left out is an oversight.
void need_list(DocumentReader& reader, std::string_view key, Problems& problems) {
  if (reader.has(key)) return;
  problems.emplace_back(base::problem::missing_field,
                        "needs a list for \"" + std::string(key) + "\" ([] when there is nothing)",
                        reader.place(key));
}

std::optional<Change> read_change(DocumentReader& fields, Problems& problems) {
  const std::string word = fields.text("change");
  const auto change = value_of(change_words, word);
  if (!change && !word.empty()) {
    problems.emplace_back(problem::unknown_word,
                          "\"change\" is " + choices(change_words) + ", not \"" + word + "\"",
                          fields.place("change"));
  }
  return change;
}

std::vector<MappedOption> read_map(DocumentReader& reader, Problems& problems) {
  std::vector<MappedOption> map;
  for (const Document& document : reader.list("map")) {
    DocumentReader fields(document, problems);
    MappedOption option;
    option.place = document.place;
    option.from = fields.id("from");
    if (fields.has("to")) option.to = fields.id("to");
    fields.finish();
    map.push_back(std::move(option));
  }
  return map;
}

std::optional<ConcordanceRow> read_row(const Document& document, RowsOf table, Problems& problems) {
  DocumentReader fields(document, problems);
  ConcordanceRow row;
  row.place = document.place;
  need_list(fields, "from", problems);
  need_list(fields, "to", problems);
  row.from = fields.ids("from");
  row.to = fields.ids("to");
  const auto change = read_change(fields, problems);
  row.note = fields.optional_text("note").value_or("");
  if (table == RowsOf::items) {
    row.map = read_map(fields, problems);
    row.factor = fields.optional_number("factor");
  }
  fields.finish();
  if (!change) return std::nullopt;
  row.change = *change;
  return row;
}

std::vector<ConcordanceRow> read_rows(DocumentReader& reader, std::string_view key, RowsOf table,
                                      Problems& problems) {
  need_list(reader, key, problems);
  std::vector<ConcordanceRow> rows;
  for (const Document& document : reader.list(key)) {
    if (auto row = read_row(document, table, problems)) rows.push_back(std::move(*row));
  }
  return rows;
}

}  // namespace

std::string_view to_string(Change change) {
  return word_of(change_words, change);
}

Concordance read_concordance(const Document& document, Problems& problems) {
  DocumentReader reader(document, problems);
  Concordance concordance;
  concordance.from = reader.id("from");
  concordance.to = reader.id("to");
  concordance.areas = read_rows(reader, "areas", RowsOf::areas, problems);
  concordance.items = read_rows(reader, "items", RowsOf::items, problems);
  reader.finish();
  return concordance;
}

}  // namespace smm::instrument
