// SPDX-License-Identifier: Apache-2.0
// The answers of the census batch geocoder, populations of states, and taxonomy sets.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <vector>

#include "outcomes/reference/address_key.hpp"
#include "outcomes/reference/importers.hpp"
#include "outcomes/reference/problems.hpp"
#include "outcomes/reference/source_rows.hpp"
#include "outcomes/reference/source_text.hpp"
#include "outcomes/reference/taxonomy_words.hpp"
#include "outcomes/reference/us_state.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr std::size_t geocode_cells = 12;  // of a matched address; the others have three

// State, county and tract stand in cells of their own, of 2, 3 and 6 digits.
std::optional<std::string> geocoded_tract(const std::vector<std::string>& cells, ImportedRows& rows) {
  std::string code;
  const std::size_t digits[] = {2, 3, 6};
  for (std::size_t part = 0; part < 3; ++part) {
    const std::string_view text = trimmed(cells[8 + part]);
    if (text.empty() || text.size() > digits[part]) return std::nullopt;
    if (text.size() < digits[part]) rows.count("leading_zeros_restored");
    code += std::string(digits[part] - text.size(), '0') + std::string(text);
  }
  if (!read_area_code(code, 11)) return std::nullopt;
  return code;
}

void add_geocode(const std::vector<std::string>& cells, const base::Place& place, ImportedRows& rows) {
  const std::string answer = squeezed(cells[2]);
  if (answer == "nomatch" || answer == "tie") return rows.count(answer == "tie" ? "ties" : "not_matched");
  const auto tract = cells.size() < geocode_cells - 1 ? std::nullopt : geocoded_tract(cells, rows);
  if (answer != "match" || !tract)
    return rows.leave_out({problem::reference_row, "no answer of the census batch geocoder", place});
  rows.add({address_key(cells[1]), *tract, squeezed(cells[3]) == "exact" ? "exact" : "not_exact"}, place);
}

// Of the census extract, of this program's own file, and of our snapshots.
const ColumnNames share_names[] = {{"blackp", "blackpercent", "black"},
                                   {"amindp", "americanindianpercent", "americanindian"},
                                   {"hispp", "hispanicpercent", "hispanic"}};
constexpr std::size_t share_count = std::size(share_names);

// Of one state, or of all added up.
struct PublishedShares {
  double population = 0;
  double percent[share_count] = {};

  double urm() const { return std::accumulate(percent, percent + share_count, 0.0); }
};

std::optional<PublishedShares> read_shares(const SourceRows& source) {
  PublishedShares read;
  const auto population = read_number(source.cell(source.column({"totpop", "population"})));
  if (!population || *population <= 0) return std::nullopt;
  read.population = *population;
  for (std::size_t at = 0; at < share_count; ++at) {
    const auto percent = read_number(source.cell(source.column(share_names[at])));
    if (!percent || *percent < 0 || *percent > 100) return std::nullopt;
    read.percent[at] = *percent;
  }
  return read;
}

std::string percent_text(double percent) {
  return number_text(static_cast<double>(static_cast<long long>(percent * 10000 + 0.5)) / 10000);
}

void add_shares(const std::string& state, const PublishedShares& read, const base::Place& place,
                ImportedRows& rows) {
  std::string percent[share_count];
  std::transform(read.percent, read.percent + share_count, percent, percent_text);
  rows.add(
      {state, number_text(read.population), percent[0], percent[1], percent[2], percent_text(read.urm())},
      place);
}

void add_to_nation(const PublishedShares& state, PublishedShares& nation) {
  for (std::size_t at = 0; at < share_count; ++at) nation.percent[at] += state.percent[at] * state.population;
  nation.population += state.population;
}

void add_nation(PublishedShares nation, ImportedRows& rows) {
  if (nation.population == 0) return;
  for (double& percent : nation.percent) percent /= nation.population;
  add_shares("US", nation, {}, rows);
}

// What is wrong with a row of a taxonomy set; empty for nothing.
std::string wrong_rule(const SourceRows& source, std::string_view code, std::string_view role,
                       std::string_view prefix) {
  const auto is_code = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  if (code.size() != 10 || !std::all_of(code.begin(), code.end(), is_code))
    return "no taxonomy code of 10 letters";
  if (!taxonomy_role(role)) return "the role is none of counts, never, training, unknown";
  if (!std::all_of(prefix.begin(), prefix.end(), is_code) || prefix.size() > 9)
    return "no beginning of a code";
  if (source.cell(source.column({"set"})).empty() || source.cell(source.column({"version"})).empty())
    return "no set or no version";
  const auto from = registry::parse_iso_day(source.cell(source.column({"from"})));
  const std::string_view until = source.cell(source.column({"until"}));
  if (!from || (!until.empty() && !registry::parse_iso_day(until))) return "a date is not YYYY-MM-DD";
  if (!until.empty() && *registry::parse_iso_day(until) < *from) return "it ends before it begins";
  return "";
}

}  // namespace

bool import_geocodes(std::string_view text, const std::string& source, ImportedRows& rows) {
  int line = 0;
  bool any = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
    if (content.ends_with('\r')) content.remove_suffix(1);
    if (content.empty()) continue;
    const std::vector<std::string> cells = cells_of_line(content);
    rows.count("rows_read");
    if (cells.size() < 3) {
      rows.leave_out({problem::reference_row, "no answer of the census batch geocoder", {source, line, 0}});
    } else {
      add_geocode(cells, {source, line, 0}, rows);
      any = true;
    }
  }
  return any;
}

bool import_state_shares(std::string_view text, const std::string& name, ImportedRows& rows) {
  SourceRows source(
      text, name,
      {{"stusps", "state"}, {"totpop", "population"}, share_names[0], share_names[1], share_names[2]});
  if (!source.has_header()) return false;
  const auto column = source.column({"stusps", "state"});
  PublishedShares nation;
  bool has_nation = false;
  while (source.next()) {
    const std::string_view letters = source.cell(column);
    const UsState* state = us_state(letters);
    const auto read = read_shares(source);
    if ((state == nullptr && letters != "US") || !read) {
      rows.leave_out({problem::reference_row,
                      state == nullptr ? "no state" : "a share is missing or no percentage", source.place()});
      continue;
    }
    add_shares(state == nullptr ? "US" : std::string(state->letters), *read, source.place(), rows);
    if (state == nullptr)
      has_nation = true;
    else
      add_to_nation(*read, nation);
  }
  if (!has_nation) add_nation(nation, rows);
  for (const base::Problem& problem : source.malformed()) rows.leave_out(problem);
  rows.count("rows_read", source.rows());
  return true;
}

bool import_taxonomy_sets(std::string_view text, const std::string& name, ImportedRows& rows) {
  SourceRows source(text, name, {{"set"}, {"version"}, {"from"}, {"code"}, {"role"}});
  if (!source.has_header()) return false;
  while (source.next()) {
    const auto cell = [&](ColumnNames names) { return source.cell(source.column(names)); };
    const std::string_view code = cell({"code"}), role = cell({"role"}), prefix = cell({"unlessprefix"});
    const std::string wrong = wrong_rule(source, code, role, prefix);
    if (wrong.empty()) {
      rows.add({cell({"set"}), cell({"version"}), cell({"from"}), cell({"until"}), code, role, prefix},
               source.place());
    } else {
      rows.leave_out({problem::taxonomy_set_rule, wrong, source.place()});
    }
  }
  for (const base::Problem& problem : source.malformed()) rows.leave_out(problem);
  rows.count("rows_read", source.rows());
  return true;
}

}  // namespace smm::outcomes::reference
