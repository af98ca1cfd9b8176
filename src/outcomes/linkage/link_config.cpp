// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/link_config.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/document_reader.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr std::array<std::pair<std::string_view, CompareAs>, 6> kinds_of_comparison = {
    {{"name", CompareAs::name},
     {"code", CompareAs::code},
     {"date", CompareAs::date},
     {"text", CompareAs::text},
     {"number", CompareAs::number},
     {"exact", CompareAs::exact}}};

Comparison read_comparison(const base::Document& document, base::Problems& problems) {
  base::DocumentReader reader(document, problems);
  Comparison comparison;
  comparison.place = document.place;
  const auto column = reader.optional_text("column");
  comparison.left = column ? *column : reader.text("left");
  comparison.right = column ? *column : reader.text("right");
  comparison.name = comparison.left;
  const std::string kind = reader.text("as");
  const auto known = std::find_if(kinds_of_comparison.begin(), kinds_of_comparison.end(),
                                  [&](const auto& entry) { return entry.first == kind; });
  if (known != kinds_of_comparison.end()) {
    comparison.as = known->second;
  } else if (!kind.empty()) {
    problems.emplace_back(
        problem::linkage_bad_comparison,
        "\"" + kind + "\" is no kind of comparison; use name, code, date, text, number or exact",
        reader.place("as"));
  }
  comparison.nicknames = reader.flag("nicknames", false);
  comparison.swapped_with = reader.optional_text("swapped_with");
  reader.finish();
  return comparison;
}

void check_swaps(const LinkConfig& config, base::Problems& problems) {
  for (const Comparison& comparison : config.comparisons) {
    if (!comparison.swapped_with) continue;
    const bool known =
        std::any_of(config.comparisons.begin(), config.comparisons.end(), [&](const auto& other) {
          return other.left == *comparison.swapped_with && other.left != comparison.left;
        });
    if (!known)
      problems.emplace_back(problem::linkage_bad_comparison,
                            "swapped_with names \"" + *comparison.swapped_with + "\", which is not compared",
                            comparison.place);
  }
}

double read_share(base::DocumentReader& reader, std::string_view key, double otherwise,
                  base::Problems& problems) {
  const double share = reader.optional_number(key).value_or(otherwise);
  if (share < 0 || share > 1)
    problems.emplace_back(problem::linkage_bad_comparison, std::string(key) + " is a probability, 0 to 1",
                          reader.place(key));
  return share;
}

void read_ids(base::DocumentReader& reader, LinkConfig& config) {
  const auto id = reader.optional_text("id");
  config.left_id = id ? *id : reader.text("left_id");
  config.right_id = id ? *id : reader.text("right_id");
}

void read_missing(const base::List& list, LinkConfig& config) {
  for (const base::Document& entry : list)
    if (entry.scalar() != nullptr) config.missing.push_back(entry.scalar()->text);
}

}  // namespace

base::Result<LinkConfig> read_link_config(const base::Document& document) {
  base::Problems problems;
  base::DocumentReader reader(document, problems);
  LinkConfig config;
  read_ids(reader, config);
  config.one_to_one = reader.flag("one_to_one", config.one_to_one);
  config.keep = read_share(reader, "keep", config.keep, problems);
  config.cluster = read_share(reader, "cluster", config.cluster, problems);
  const auto candidates = reader.optional_integer("candidates").value_or(60);
  config.candidates = static_cast<std::size_t>(std::clamp<std::int64_t>(candidates, 1, 1000));
  read_missing(reader.list("missing"), config);
  for (const base::Document& entry : reader.list("compare"))
    config.comparisons.push_back(read_comparison(entry, problems));
  if (config.comparisons.empty() && problems.empty())
    problems.emplace_back(problem::linkage_bad_comparison, "the configuration compares no column",
                          document.place);
  check_swaps(config, problems);
  reader.finish();
  if (!problems.empty()) return problems;
  return config;
}

}  // namespace smm::outcomes::linkage
