// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <ostream>

#include "app/installation/problems.hpp"
#include "app/reporting/report_file.hpp"
#include "app/reporting/report_openings.hpp"
#include "app/reporting/school_reports.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"
#include "cli/progress.hpp"

namespace smm::cli {
namespace {

constexpr const char* actor_of_reports = "command:report";

// What all reports of one run are made with.
struct ReportRun {
  app::Installation& installation;
  app::ReportLibrary library;
  app::Pages pages;
  app::RoundReports reports;
  std::optional<benchmark::PeerChoice> peers;
  app::ReportForm form;
  app::PdfPrinter* printer;
};

base::Result<app::NamedFile> make_one(ReportRun& run, const std::string& code) {
  const auto school =
      app::look<std::optional<assessment::School>>(run.installation.database, [&](app::Records& records) {
        return base::Result<std::optional<assessment::School>>(records.schools.by_code(code));
      });
  if (!school) return school.problems();
  if (!*school) return base::Problem(app::installation_problem::not_there, "There is no school " + code);
  const auto report =
      app::school_report(run.installation, run.library, run.pages.texts, run.reports, code, run.peers);
  if (!report) return report.problems();
  const auto told = app::tell_report_opened(run.installation, (*school)->id, run.reports.round.round.code,
                                            actor_of_reports, std::string(facts_of(run.form).name));
  if (!told) return told.problems();
  auto bytes = app::report_bytes(*report, run.form, run.pages, run.printer);
  if (!bytes) return std::move(bytes).problems();
  return app::NamedFile{app::report_file_name(*report, run.form), std::move(*bytes)};
}

// Many reports, in the order of the schools, whoever of those that make them is done first.
class Batch {
 public:
  Batch(ReportRun& run, std::vector<std::string> codes)
      : run_(run), codes_(std::move(codes)), made_(codes_.size()) {}

  // `finished` is told how many there are, by one thread at a time.
  void make(std::size_t makers, const std::function<void(std::size_t)>& finished) {
    std::vector<std::future<void>> all;
    for (std::size_t maker = 0; maker < makers; ++maker)
      all.push_back(std::async(std::launch::async, [&] { make_some(finished); }));
    for (auto& each : all) each.get();
  }

  // All files, or the problems of the first that was not made.
  base::Result<std::vector<app::NamedFile>> files() {
    std::vector<app::NamedFile> files;
    for (auto& each : made_) {
      if (!each) continue;
      if (!*each) return each->problems();
      files.push_back(std::move(**each));
    }
    return files;
  }

 private:
  void make_some(const std::function<void(std::size_t)>& finished) {
    for (std::size_t at = next_++; at < codes_.size() && !failed_; at = next_++) {
      made_[at] = make_one(run_, codes_[at]);
      if (!*made_[at]) failed_ = true;
      const std::lock_guard lock(counting_);
      ++count_;
      if (finished) finished(count_);
    }
  }

  ReportRun& run_;
  std::vector<std::string> codes_;
  std::vector<std::optional<base::Result<app::NamedFile>>> made_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex counting_;
  std::size_t count_ = 0;
};

int make_all(ReportRun& run, const Given& given, const Surroundings& around) {
  Progress progress(around, "reports");
  Batch batch(run, app::reported_schools(run.reports));
  const bool prints = run.form == app::ReportForm::pdf && run.printer != nullptr;
  batch.make(prints ? run.printer->at_once() : 1, progress.counter());
  progress.end();
  const auto made = batch.files();
  if (!made) return report_problems(made.problems(), around.err);
  const std::vector<app::NamedFile>& files = *made;
  around.files.write_folder(given.text("--out"), files);
  around.out << files.size() << " reports of round " << run.reports.round.round.code << " are in "
             << given.text("--out") << ".\n";
  return done;
}

int make_given(ReportRun& run, const Given& given, const Surroundings& around) {
  if (given.has("--all")) return make_all(run, given, around);
  const auto file = make_one(run, given.text("--school"));
  if (!file) return report_problems(file.problems(), around.err);
  deliver(given, around, file->bytes);
  return done;
}

// What is wrong with the arguments together; empty: nothing.
std::string misuse(const Given& given) {
  if (given.has("--all") == given.has("--school")) return "name a school with --school, or take --all";
  if (given.has("--all") && !given.has("--out")) return "--all needs a folder, named by --out";
  if (!app::report_form(given.text_or("--format", "html")))
    return "--format is html, pdf, xlsx, json, summary or text";
  return "";
}

int run_report(const Given& given, const Surroundings& around) {
  if (const std::string wrong = misuse(given); !wrong.empty()) {
    around.err << "smm report: " << wrong << "\n";
    return wrong_usage;
  }
  std::optional<benchmark::PeerChoice> peers;
  if (given.has("--peers")) {
    auto read = benchmark::read_peer_filter(given.text("--peers"));
    if (!read) return report_problems(read.problems(), around.err);
    peers = std::move(*read);
  }
  return on_installation(given, around, [&](app::Installation& installation) {
    auto reports = app::open_reports(installation, given.text("--round"));
    if (!reports) return report_problems(reports.problems(), around.err);
    ReportRun run{installation,
                  app::ReportLibrary(around.content),
                  app::load_pages(around.content),
                  std::move(*reports),
                  std::move(peers),
                  *app::report_form(given.text_or("--format", "html")),
                  around.printer};
    return make_given(run, given, around);
  });
}

}  // namespace

Command report_command() {
  return {"report",
          "Write the feedback report of a school, or of all schools, in a frozen round",
          "smm report --round 2026 --school lakeshore-md --format pdf --out report.pdf --data /var/lib/smm",
          {},
          with_installation_options(
              {{"--round", "CODE", "Code of the round", true},
               {"--school", "CODE", "Code of the school"},
               {"--all", "", "Every school whose answers are in the release"},
               {"--format", "FORM",
                "html, pdf, xlsx, json, summary (one page) or text (to share); html without it"},
               {"--peers", "TEXT", "Peers by public variables, such as \"control=public;size=small\""},
               {"--out", "FILE", "Write here instead of to standard output; with --all a folder"}}),
          run_report};
}

}  // namespace smm::cli
