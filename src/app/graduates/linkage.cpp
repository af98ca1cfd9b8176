// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/linkage.hpp"

#include "app/graduates/cohort_of_school.hpp"
#include "app/graduates/following.hpp"
#include "app/graduates/graduate_files.hpp"
#include "app/graduates/overlaid_files.hpp"
#include "app/graduates/problems.hpp"
#include "app/graduates/uploads.hpp"
#include "app/linking/link_files.hpp"
#include "app/linking/link_graduates.hpp"
#include "app/measuring/run_measures.hpp"
#include "base/document_reader.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

namespace why = graduates_problem;

constexpr std::size_t draws_of_a_linkage = 20;

// What a job takes out of the database.
struct Wanted {
  assessment::School school;
  std::optional<Seals> seals;
  std::string roster;
  std::string cohort;  // may be empty
  std::string decisions;
};

base::Result<Wanted> wanted_by(Installation& installation, const Job& job) {
  return look<Wanted>(installation.database, [&](Records& records) -> base::Result<Wanted> {
    const auto id = assessment::SchoolId::parse(job.owner);
    const auto school = id ? records.schools.by_id(*id) : std::nullopt;
    if (!school || !records.graduates.following(*id))
      return base::Problem(why::graduates_off, "Following graduates was switched off");
    auto seals = installation.keys.seals(records.schools, job.owner);
    if (!seals) return seals.problems();
    const auto roster = open_file(records, *seals, *id, roster_file);
    if (!roster) return base::Problem(why::roster_missing, "The roster was removed");
    const auto cohort = open_file(records, *seals, *id, cohort_file);
    return Wanted{*school, *seals, roster->text, cohort ? cohort->text : "",
                  decisions_csv(records, *seals, *id)};
  });
}

base::Result<linking::LinkedGraduates> linked(const OutcomeSources& sources, const Wanted& wanted) {
  const OverlaidFiles files(sources.files, {{":roster", wanted.roster}, {":decisions", wanted.decisions}});
  linking::LinkGraduatesRequest request;
  request.roster = ":roster";
  request.registry = sources.registry;
  request.decisions = ":decisions";
  request.options.draws = draws_of_a_linkage;
  return linking::link_graduates(files, sources.registry_files, sources.content, request);
}

base::Result<base::Table> table_in(const std::string& name, const std::string& text) {
  if (text.empty()) return base::Table{name, {}, {}};
  base::Problems left_out;
  return linking::read_loose_table(uploaded_alone(name, text), name, left_out);
}

std::string school_csv(const assessment::School& school) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"school_id", "control", "state"});
  csv.row({school.code, school.frame.control, school.frame.state});
  return text;
}

struct LinkedFilesOfSchool {
  std::string links;
  std::string explanations;
  std::string draws;
};

measuring::MeasureRequest request_for(const OutcomeSources& sources, const std::string& day) {
  measuring::MeasureRequest request;
  request.cohort = ":cohort";
  request.schools = ":schools";
  request.links = ":links";
  request.draws = ":draws";
  request.registry = sources.registry;
  if (!sources.reference.empty()) request.reference = sources.reference;
  request.shipped_lists = true;  // they tell who is in primary care
  request.as_of = *outcomes::registry::parse_iso_day(day);
  request.by = {"programme"};
  return request;
}

base::Result<measuring::MeasuredCohort> measured(const OutcomeSources& sources, const Wanted& wanted,
                                                 const LinkedFilesOfSchool& made, const std::string& day) {
  const auto roster = table_in(":roster", wanted.roster);
  const auto cohort = table_in(":cohort", wanted.cohort);
  if (!roster) return roster.problems();
  if (!cohort) return cohort.problems();
  const auto year = base::parse_integer(day.substr(0, 4));
  const OverlaidFiles files(
      sources.files,
      {{":cohort", cohort_of_school(*roster, *cohort, wanted.school.code, static_cast<int>(*year))},
       {":schools", school_csv(wanted.school)},
       {":links", made.links},
       {":draws", made.draws}});
  return measuring::run_measures(files, sources.content, sources.registry_files, request_for(sources, day));
}

std::string note_lines(const measuring::MeasuredCohort& cohort, const base::Problems& left_out) {
  std::string lines;
  for (const auto& note : cohort.notes)
    lines += (note.measure.empty() ? "" : note.measure + ": ") + note.sentence + "\n";
  if (!left_out.empty()) lines += std::to_string(left_out.size()) + " values of the roster were not read\n";
  return lines;
}

// Unless the roster was replaced or removed meanwhile: then this is of nobody any more.
base::Result<bool> keep_linkage(Installation& installation, const Wanted& wanted,
                                const std::vector<NewFile>& files) {
  return change<bool>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
        const auto& school = wanted.school.id;
        const auto roster = open_file(records, *wanted.seals, school, roster_file);
        if (!roster || roster->text != wanted.roster)
          return base::Problem(why::roster_missing, "The roster was changed meanwhile; link it again");
        for (const NewFile& file : files) keep_file(records, *wanted.seals, school, file, std::nullopt, now);
        return Change<bool>(true, AuditEntry{school.text(), "system", "graduates.linked", "", ""});
      });
}

base::Result<std::string> link_and_measure(Installation& installation, const OutcomeSources& sources,
                                           const Job& job) {
  const auto wanted = wanted_by(installation, job);
  if (!wanted) return wanted.problems();
  const auto links = linked(sources, *wanted);
  if (!links) return links.problems();
  const LinkedFilesOfSchool made{linking::links_csv(*links), linking::explanations_jsonl(*links),
                                 linking::draws_csv(*links)};
  const std::string day = day_of(installation, installation.clock.now());
  const auto cohort = measured(sources, *wanted, made, day);
  if (!cohort) return cohort.problems();
  const auto kept = keep_linkage(
      installation, *wanted,
      {{links_file, made.links},
       {explanations_file, made.explanations},
       {draws_file, made.draws},
       {results_file, outcomes::measure::results_csv(cohort->rows, cohort->catalogue, cohort->snapshots)},
       {notes_file, note_lines(*cohort, links->left_out)}});
  if (!kept) return kept.problems();
  return std::string();
}

}  // namespace

base::Result<Job> ask_for_linkage(Installation& installation, const OutcomeSources& sources,
                                  const Hand& hand) {
  if (sources.registry.empty())
    return base::Problem(why::registry_not_set, "This installation has no registry of providers");
  return change<Job>(installation.database, installation.clock,
                     [&](Records& records, base::Instant now) -> base::Result<Change<Job>> {
                       const auto seals = graduate_seals(installation, records, hand.sheet);
                       if (!seals) return seals.problems();
                       if (!records.graduates.file(hand.sheet.school.id, roster_file))
                         return base::Problem(why::roster_missing, "Upload a roster first");
                       const Job job = ask_for_job(installation, records, hand.sheet.school.id.text(),
                                                   std::string(linking_job), hand.actor.person.id, now);
                       return Change<Job>(job, told_by(hand, "graduates.link", ""));
                     });
}

JobKinds graduate_jobs(Installation& installation, const OutcomeSources& sources) {
  JobKinds kinds;
  kinds.emplace(std::string(linking_job), [&installation, &sources](const Job& job) {
    return link_and_measure(installation, sources, job);
  });
  return kinds;
}

}  // namespace smm::app
