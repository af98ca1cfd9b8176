// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/uploads.hpp"

#include <algorithm>

#include "app/graduates/cohort_of_school.hpp"
#include "app/graduates/graduate_files.hpp"
#include "app/graduates/overlaid_files.hpp"
#include "app/graduates/problems.hpp"
#include "app/linking/link_files.hpp"
#include "app/measuring/measures.hpp"
#include "outcomes/linkage/roster.hpp"
#include "outcomes/measure/cohort.hpp"

namespace smm::app {
namespace {

namespace why = graduates_problem;

// As problems name it, and as the page says it.
constexpr const char* uploaded = ":upload";

void refuse_size(CheckedUpload& checked, const std::string& bytes) {
  if (bytes.empty())
    checked.refused.emplace_back(why::roster_missing, "The file is empty, or none was chosen");
  if (bytes.size() > most_upload_bytes)
    checked.refused.emplace_back(why::upload_too_large, "The file is larger than 4 MB; upload it in parts");
  if (checked.rows > most_upload_rows)
    checked.refused.emplace_back(
        why::upload_too_large,
        "The file has more than " + std::to_string(most_upload_rows) + " rows; upload fewer years");
}

// Of a CSV file; nothing when it is none.
std::optional<base::Table> table_of(const std::string& bytes, CheckedUpload& checked) {
  refuse_size(checked, bytes);
  if (!checked.refused.empty()) return std::nullopt;
  const OverlaidFiles files = uploaded_alone(uploaded, bytes);
  auto table = linking::read_loose_table(files, uploaded, checked.refused);
  if (!table) {
    checked.refused = table.problems();
    return std::nullopt;
  }
  checked.rows = table->rows.size();
  refuse_size(checked, bytes);
  return *std::move(table);
}

base::Result<CheckedUpload> keep_checked(Installation& installation, const Hand& hand, CheckedUpload checked,
                                         const NewFile& file, bool although_doubtful) {
  if (!checked.refused.empty() || (!checked.doubtful.empty() && !although_doubtful)) return checked;
  checked.kept = true;
  return change<CheckedUpload>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<CheckedUpload>> {
        const auto seals = graduate_seals(installation, records, hand.sheet);
        if (!seals) return seals.problems();
        if (file.kind == roster_file) forget_linkage(records, hand.sheet.school.id);
        keep_file(records, *seals, hand.sheet.school.id, file, hand.actor.person.id, now);
        return Change<CheckedUpload>(checked,
                                     told_by(hand, "graduates." + std::string(file.kind) + ".keep", ""));
      });
}

base::Result<bool> remove(Installation& installation, const Hand& hand, std::string_view kind) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant) -> base::Result<Change<bool>> {
                        const auto seals = graduate_seals(installation, records, hand.sheet);
                        if (!seals) return seals.problems();
                        records.graduates.forget(hand.sheet.school.id, kind);
                        if (kind == roster_file) {
                          forget_linkage(records, hand.sheet.school.id);
                          records.graduates.forget_decisions(hand.sheet.school.id);
                        }
                        return Change<bool>(true,
                                            told_by(hand, "graduates." + std::string(kind) + ".remove", ""));
                      });
}

}  // namespace

CheckedUpload check_roster(const std::string& bytes) {
  CheckedUpload checked;
  const auto table = table_of(bytes, checked);
  if (!table || !checked.refused.empty()) return checked;
  auto roster = outcomes::linkage::read_roster(*table);
  if (!roster)
    checked.refused = roster.problems();
  else
    checked.doubtful = std::move(roster->questionable);
  return checked;
}

CheckedUpload check_cohort(Installation& installation, const OutcomeSources& sources, const OpenSheet& sheet,
                           const std::string& bytes) {
  CheckedUpload checked;
  const auto table = table_of(bytes, checked);
  if (!table || !checked.refused.empty()) return checked;
  checked.refused = rows_of_other_schools(*table, sheet.school.code);
  if (!checked.refused.empty()) return checked;
  const auto catalogue = measuring::load_measures(sources.files, sources.content, std::nullopt);
  if (!catalogue) {
    checked.refused = catalogue.problems();
    return checked;
  }
  const std::string whole = with_school(*table, sheet.school.code);
  base::MemorySource source(whole);
  const auto day = outcomes::registry::parse_iso_day(day_of(installation, installation.clock.now()));
  const auto cohort = outcomes::measure::read_cohort(source, uploaded, *day, *catalogue);
  if (!cohort) checked.refused = cohort.problems();
  return checked;
}

base::Result<CheckedUpload> keep_roster(Installation& installation, const Hand& hand,
                                        const std::string& bytes, bool although_doubtful) {
  return keep_checked(installation, hand, check_roster(bytes), {roster_file, bytes}, although_doubtful);
}

base::Result<CheckedUpload> keep_cohort(Installation& installation, const OutcomeSources& sources,
                                        const Hand& hand, const std::string& bytes, bool although_doubtful) {
  return keep_checked(installation, hand, check_cohort(installation, sources, hand.sheet, bytes),
                      {cohort_file, bytes}, although_doubtful);
}

base::Result<bool> remove_roster(Installation& installation, const Hand& hand) {
  return remove(installation, hand, roster_file);
}

base::Result<bool> remove_cohort(Installation& installation, const Hand& hand) {
  return remove(installation, hand, cohort_file);
}

std::string day_of(const Installation& installation, base::Instant when) {
  const auto local = installation.zones.local_time("UTC", when);
  const auto digits = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
  const auto day = local->day;
  return std::to_string(static_cast<int>(day.year())) + digits(static_cast<unsigned>(day.month())) +
         digits(static_cast<unsigned>(day.day()));
}

}  // namespace smm::app
