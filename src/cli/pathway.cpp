// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/measuring/pathways.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "cli/reference_words.hpp"
#include "crypto/system_random.hpp"
#include "outcomes/pathway/problems.hpp"

namespace smm::cli {
namespace {

namespace pathway = outcomes::pathway;

const Option pathway_option{"--pathway", "FILE", "The pathway registry, a CSV file", true};
const Option pathway_day_option{"--as-of", "DATE", "Today; no entry may be dated after it", true};

int run_pathway_enroll(const Given& given, const Surroundings& around) {
  const auto day = read_day(given, "--as-of", around);
  const auto count = base::parse_integer(given.text_or("--count", "1"));
  if (!count || *count < 1 || *count > 100000) {
    around.err << "smm pathway enroll: --count takes a whole number from 1 to 100000\n";
    return wrong_usage;
  }
  if (!day || would_overwrite_input(given, around, {"--pathway"})) return wrong_usage;
  crypto::SystemRandom random;
  const auto ids =
      app::measuring::enroll_learners(around.files,
                                      {given.text("--pathway"), static_cast<std::size_t>(*count), *day,
                                       given.text_or("--school", ""), given.text_or("--programme", "")},
                                      random);
  if (!ids) return report_problems(ids.problems(), around.err);
  std::string text = "learner_id\n";
  for (const std::string& id : *ids) text += id + "\n";
  deliver(given, around, text);
  return done;
}

int run_pathway_record(const Given& given, const Surroundings& around) {
  const auto day = read_day(given, "--as-of", around);
  if (!day) return wrong_usage;
  const auto added =
      app::measuring::record_entries(around.files, given.text("--pathway"), given.text("--in"), *day);
  if (!added) return report_problems(added.problems(), around.err);
  around.err << *added << " entries added\n";
  return done;
}

std::string learner_text(const pathway::Learner& learner) {
  std::string text = learner.id + "\n";
  for (const auto& [kind, stage] : learner.stages)
    text += to_iso(stage.date) + "  " + std::string(name_of(kind)) + "  " + stage.school_id + " " +
            stage.programme + "\n";
  for (const pathway::Exposure& exposure : learner.exposures)
    text += to_iso(exposure.from) + " to " + (exposure.until.given() ? to_iso(exposure.until) : "now") +
            "  " + exposure.code + "\n";
  if (!learner.professional_id.empty()) text += "professional id  " + learner.professional_id + "\n";
  return text;
}

int run_pathway_show(const Given& given, const Surroundings& around) {
  const auto day = read_day(given, "--as-of", around);
  if (!day) return wrong_usage;
  const auto learners = app::measuring::read_learners(around.files, given.text("--pathway"), *day);
  if (!learners) return report_problems(learners.problems(), around.err);
  for (const pathway::Learner& learner : *learners) {
    if (learner.id != given.text("LEARNER")) continue;
    around.out << learner_text(learner);
    return done;
  }
  return report_problems({base::Problem(pathway::problem::pathway_unknown_learner,
                                        "nobody with the id " + given.text("LEARNER") + " is enrolled")},
                         around.err);
}

int run_pathway_check(const Given& given, const Surroundings& around) {
  const auto day = read_day(given, "--as-of", around);
  if (!day) return wrong_usage;
  const auto learners = app::measuring::read_learners(around.files, given.text("--pathway"), *day);
  if (!learners) return report_problems(learners.problems(), around.err);
  std::size_t identified = 0;
  for (const pathway::Learner& learner : *learners) identified += !learner.professional_id.empty();
  around.out << learners->size() << " learners, " << identified << " with a professional id\n";
  return done;
}

int run_pathway_cohort(const Given& given, const Surroundings& around) {
  const auto day = read_day(given, "--as-of", around);
  if (!day || would_overwrite_input(given, around, {"--pathway"})) return wrong_usage;
  const auto learners = app::measuring::read_learners(around.files, given.text("--pathway"), *day);
  if (!learners) return report_problems(learners.problems(), around.err);
  deliver(given, around, pathway::learners_cohort_csv(*learners, given.has("--complete")));
  if (given.has("--links-out"))
    around.files.write(given.text("--links-out"), pathway::learners_links_csv(*learners));
  return done;
}

}  // namespace

Command pathway_enroll_command() {
  return {"pathway enroll",
          "Enroll learners in a pathway registry and print their new ids",
          "smm pathway enroll --pathway pathway.csv --count 25 --programme summer --as-of 2026-06-01",
          {},
          {pathway_option,
           pathway_day_option,
           {"--count", "N", "How many learners; 1 without it"},
           {"--school", "ID", "The school that runs the program"},
           {"--programme", "NAME", "The pathway program"},
           {"--out", "FILE", "Write the ids here instead of to standard output"}},
          run_pathway_enroll};
}

Command pathway_record_command() {
  return {
      "pathway record",
      "Add entries to a pathway registry: stages, exposures, professional ids",
      "smm pathway record --pathway pathway.csv --in entries.csv --as-of 2026-11-22",
      {},
      {pathway_option,
       pathway_day_option,
       {"--in", "FILE", "Entries as CSV: learner_id,entry,date and until,code,school_id,programme", true}},
      run_pathway_record};
}

Command pathway_show_command() {
  return {"pathway show",
          "Show what a pathway registry has of one learner",
          "smm pathway show 2yq7d3kqk5v6x4m2n7p8r9s0ta --pathway pathway.csv --as-of 2026-11-22",
          {{"LEARNER", "Id of the learner"}},
          {pathway_option, pathway_day_option},
          run_pathway_show};
}

Command pathway_check_command() {
  return {"pathway check",
          "Check a pathway registry and count its learners",
          "smm pathway check --pathway pathway.csv --as-of 2026-11-22",
          {},
          {pathway_option, pathway_day_option},
          run_pathway_check};
}

Command pathway_cohort_command() {
  return {
      "pathway cohort",
      "Write the learners of a pathway registry as a cohort for smm measure run",
      "smm pathway cohort --pathway pathway.csv --as-of 2026-11-22 --out cohort.csv --links-out links.csv",
      {},
      {pathway_option,
       pathway_day_option,
       {"--complete", "", "What is not recorded did not happen: write no in place of not known"},
       {"--out", "FILE", "Write the cohort here instead of to standard output"},
       {"--links-out", "FILE", "Write the links that attached professional ids are here"}},
      run_pathway_cohort};
}

}  // namespace smm::cli
