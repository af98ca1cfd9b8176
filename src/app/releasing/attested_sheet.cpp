// SPDX-License-Identifier: Apache-2.0
#include "app/releasing/attested_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include "app/answering/answer_seals.hpp"
#include "app/answering/signing.hpp"
#include "base/environment_error.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

[[noreturn]] void throw_unreadable(const std::string& what) {
  throw base::EnvironmentError("What was attested cannot be read: " + what);
}

base::Table signed_table(const std::string& bytes, const std::string& name) {
  auto table = exchange::read_table(bytes, name);
  if (!table) throw_unreadable(table.problems().front().sentence);
  return std::move(*table);
}

// Columns of a table that we wrote ourselves.
class SignedColumns {
 public:
  explicit SignedColumns(const base::Table& table) : table_(table) {}

  const std::string& cell(const base::TableRow& row, std::string_view name) const {
    const auto at = table_.column(name);
    if (!at) throw_unreadable("no column " + std::string(name));
    return row.cells[*at];
  }

  double number(const base::TableRow& row, std::string_view name) const {
    const std::string& text = cell(row, name);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) throw_unreadable("no number: " + text);
    return value;
  }

 private:
  const base::Table& table_;
};

benchmark::SheetScores& scores_of(benchmark::Scores& all, const std::string& school,
                                  const std::string& programme, std::size_t areas) {
  const auto found = std::ranges::find(all, programme, &benchmark::SheetScores::programme);
  if (found != all.end()) return *found;
  all.push_back({school, programme, std::vector<std::optional<benchmark::AreaValue>>(areas)});
  return all.back();
}

using SignedVersion = std::tuple<std::string, std::string, std::int64_t>;

std::set<SignedVersion> signed_versions(const std::string& versions) {
  const base::Table table = signed_table(versions, "versions");
  const SignedColumns columns(table);
  std::set<SignedVersion> all;
  for (const auto& row : table.rows)
    all.emplace(columns.cell(row, "programme"), columns.cell(row, "item_id"),
                static_cast<std::int64_t>(columns.number(row, "version")));
  return all;
}

std::vector<assessment::SheetAnswer> signed_answers(Records& records, const Seals& seals, const SheetKey& key,
                                                    const std::string& versions) {
  const auto wanted = signed_versions(versions);
  std::vector<assessment::SheetAnswer> answers;
  for (const SealedAnswer& kept : records.sheets.whole_history(key))
    if (wanted.contains({kept.place.programme, kept.place.item, kept.version}))
      answers.push_back(open_answer(seals, key, kept));
  return answers;
}

}  // namespace

benchmark::Scores area_scores(const std::string& score_file, const benchmark::Outline& outline) {
  const base::Table table = signed_table(score_file, "scores");
  const SignedColumns columns(table);
  benchmark::Scores all;
  for (const auto& row : table.rows) {
    const auto area = outline.area(columns.cell(row, "id"));
    if (columns.cell(row, "level") != "area" || !area) continue;
    auto& sheet =
        scores_of(all, columns.cell(row, "school_id"), columns.cell(row, "programme"), outline.areas.size());
    if (columns.cell(row, "state") != "scored") continue;
    sheet.areas[*area] = benchmark::AreaValue{columns.number(row, "score"), columns.number(row, "lower"),
                                              columns.number(row, "upper")};
  }
  return all;
}

std::optional<AttestedSheet> attested_sheet(Records& records, const Seals& seals, const OpenSheet& sheet,
                                            const benchmark::Outline& outline, base::Instant until) {
  const SheetKey key = sheet.key();
  std::optional<Signature> last;
  for (Signature& signature : records.sheets.signatures(key))
    if (signature.office.empty() && signature.at <= until) last = std::move(signature);
  if (!last) return std::nullopt;
  const SignedSecrets secrets = open_signed(seals, key, *last);
  return AttestedSheet{area_scores(secrets.scores, outline),
                       signed_answers(records, seals, key, secrets.versions), last->at};
}

}  // namespace smm::app
