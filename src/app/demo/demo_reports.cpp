// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_reports.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "app/demo/many_at_once.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/reporting/report_file.hpp"
#include "app/reporting/report_openings.hpp"
#include "app/reporting/school_reports.hpp"

namespace smm::app {
namespace {

struct WrittenReports {
  const DemoHouse& house;
  RoundReports reports;
  const std::vector<std::string>& few;
  ReportLibrary library;
  std::atomic<std::size_t> printed = 0;

  bool is_one_of_few(const std::string& code) const { return std::ranges::find(few, code) != few.end(); }
};

base::Result<assessment::SchoolId> id_of(const DemoHouse& house, const std::string& code) {
  return look<assessment::SchoolId>(
      house.installation.database, [&](Records& records) -> base::Result<assessment::SchoolId> {
        const auto school = records.schools.by_code(code);
        if (!school) return base::Problem(installation_problem::not_there, "There is no school " + code);
        return school->id;
      });
}

// As for everybody: what is handed out is told in the school's log first.
base::Result<bool> write_form(WrittenReports& all, const report::SchoolReport& report,
                              const assessment::SchoolId& school, ReportForm form) {
  const DemoHouse& house = all.house;
  auto bytes = report_bytes(report, form, house.pages, house.printer);
  if (!bytes) return std::move(bytes).problems();
  const auto told = tell_report_opened(house.installation, school, report.round.code, demo_actor,
                                       std::string(facts_of(form).name));
  if (!told) return told;
  house.files.write(house.folder + "/reports/" + report_file_name(report, form), *bytes);
  return true;
}

base::Result<bool> write_report(WrittenReports& all, const std::string& code) {
  const DemoHouse& house = all.house;
  const auto school = id_of(house, code);
  if (!school) return school.problems();
  const auto report =
      school_report(house.installation, all.library, house.pages.texts, all.reports, code, std::nullopt);
  if (!report) return report.problems();
  std::vector<ReportForm> forms = {ReportForm::html, ReportForm::json};
  if (all.is_one_of_few(code)) forms.insert(forms.end(), {ReportForm::xlsx, ReportForm::summary});
  for (const ReportForm form : forms)
    if (const auto written = write_form(all, *report, *school, form); !written) return written;
  // Without Chromium, or one that does not work here, the rest is the same.
  if (all.is_one_of_few(code) && house.printer != nullptr &&
      write_form(all, *report, *school, ReportForm::pdf))
    ++all.printed;
  return true;
}

}  // namespace

base::Result<DemoReports> write_demo_reports(const DemoHouse& house, const std::string& round,
                                             const std::vector<std::string>& few) {
  auto opened = open_reports(house.installation, round);
  if (!opened) return std::move(opened).problems();
  const auto codes = reported_schools(*opened);
  house.stages.begin("Feedback reports of " + std::to_string(codes.size()) + " schools, as HTML and JSON");
  WrittenReports all{house, std::move(*opened), few, ReportLibrary(house.content)};
  const auto written = do_many_at_once(
      codes.size(), [&](std::size_t at) { return write_report(all, codes[at]); }, house.stages.count);
  if (!written) return written.problems();
  return DemoReports{codes.size(), all.printed};
}

base::Result<bool> write_demo_release(const DemoHouse& house, const std::string& round) {
  const auto bytes =
      look<std::string>(house.installation.database, [&](Records& records) -> base::Result<std::string> {
        const auto found = records.rounds.by_code(round);
        const auto kept = found ? records.releases.of(found->id) : std::nullopt;
        if (!kept)
          return base::Problem(installation_problem::not_there, "Round " + round + " has no release");
        return kept->bytes;
      });
  if (!bytes) return bytes.problems();
  house.files.write(house.folder + "/release-" + round + ".json", *bytes);
  return true;
}

}  // namespace smm::app
