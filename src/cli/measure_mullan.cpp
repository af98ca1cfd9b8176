// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "app/measuring/run_measures.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "exchange/csv.hpp"
#include "outcomes/measure/mullan.hpp"

namespace smm::cli {
namespace {

namespace measure = outcomes::measure;

// The position of a word among those that an option takes; complains about any other.
std::optional<std::size_t> chosen_word(const Given& given, const std::string& option,
                                       const std::vector<std::string>& words, std::ostream& err) {
  const std::string text = given.text_or(option, words.front());
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == text) return i;
  err << "smm measure mullan: " << option << " takes one of";
  for (const std::string& word : words) err << ' ' << word;
  err << '\n';
  return std::nullopt;
}

std::optional<measure::MullanOptions> read_mullan_options(const Given& given, std::ostream& err) {
  const auto urm = chosen_word(given, "--urm", {"ratio", "difference"}, err);
  const auto denominator = chosen_word(given, "--denominator", {"control", "state", "nation", "mix"}, err);
  const auto divisor = chosen_word(given, "--sd", {"n", "n-1"}, err);
  const auto seed = base::parse_integer(given.text_or("--seed", "1"));
  if (!seed || *seed < 0) err << "smm measure mullan: --seed is a whole number from 0\n";
  if (!urm || !denominator || !divisor || !seed || *seed < 0) return std::nullopt;
  measure::MullanOptions options;
  options.urm = static_cast<measure::UrmAgainst>(*urm);
  options.denominator = static_cast<measure::UrmDenominator>(*denominator);
  options.divisor = static_cast<stats::SpreadDivisor>(*divisor);
  options.seed = static_cast<std::uint64_t>(*seed);
  return options;
}

void tell_what_is_hidden(const std::vector<measure::MullanSchool>& schools,
                         const std::vector<measure::CompositeScore>& scores, std::ostream& err) {
  const auto hidden = measure::hidden_by_composite(schools, scores);
  err << fmt::format(
      "Note: a sum of z-scores hides what it is made of. The largest single part is {} of {} (z = {:.2f}), "
      "in a "
      "composite of {:.2f}.\n",
      hidden.part, hidden.school, hidden.z, hidden.composite);
  if (hidden.pairs > 0)
    err << fmt::format("Of {} pairs of schools {} change their order in the robust version.\n", hidden.pairs,
                       hidden.turned);
  else
    err << "There is no robust version: more than half of the schools are equal in a part.\n";
  err << "Rows are in the order of the input; this is no ranking.\n";
}

int run_measure_mullan(const Given& given, const Surroundings& around) {
  const auto options = read_mullan_options(given, around.err);
  if (!options || would_overwrite_input(given, around, {"--in", "--shares"})) return wrong_usage;
  const auto shares = app::measuring::load_shares(around.files, around.content, given.value("--shares"));
  if (!shares) return report_problems(shares.problems(), around.err);
  const auto bytes = around.files.read(given.text("--in"));
  if (!bytes) return report_problems(bytes.problems(), around.err);
  const auto table = exchange::read_table(*bytes, given.text("--in"));
  if (!table) return report_problems(table.problems(), around.err);
  const auto schools = measure::read_mullan_schools(*table, *shares, *options);
  if (!schools) return report_problems(schools.problems(), around.err);
  const auto scores = measure::mullan_scores(*schools, *options);
  if (!scores) return report_problems(scores.problems(), around.err);
  deliver(given, around, measure::mullan_csv(*schools, *scores));
  tell_what_is_hidden(*schools, *scores, around.err);
  return done;
}

}  // namespace

Command measure_mullan_command() {
  return {
      "measure mullan",
      "Make the social mission score of 2010 anew, with every choice open",
      "smm measure mullan --in schools.csv --urm ratio --sd n --out scores.csv",
      {},
      {{"--in", "FILE",
        "Schools as CSV: school,control,state,n_graduates,n_primary_care,n_hpsa,n_urm,in_state_share, or "
        "primary_care_percent,hpsa_percent,urm_percent in place of the counts",
        true},
       {"--urm", "HOW", "Minorities against the population: ratio (without it) or difference"},
       {"--denominator", "WHICH",
        "The population: control (without it; state for public, nation for private schools), state, nation, "
        "mix"},
       {"--sd", "DIVISOR", "Standard deviation with n (without it) or n-1"},
       {"--shares", "FILE", "Population shares as CSV: state,urm_percent; those that ship without it"},
       {"--seed", "N", "Seed of the bands; 1 without it"},
       {"--out", "FILE", "Write the scores here instead of to standard output"}},
      run_measure_mullan};
}

}  // namespace smm::cli
