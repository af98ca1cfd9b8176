// SPDX-License-Identifier: Apache-2.0
// 250 feedback reports of one invented round: as HTML from answers and release to text, and as PDF through
// one Chromium, as many at once as it prints. Memory is that of all its processes, what they share counted
// once (PSS), looked at after every tenth report.
#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>

#include "adapters/chromium_printer.hpp"
#include "adapters/program_content.hpp"
#include "app/pages.hpp"
#include "report/report_html.hpp"
#include "report_world.hpp"

namespace smm {
namespace {

constexpr std::size_t reports_wanted = 250;

struct World {
  test::ReportWorld round{{.medicine = 83, .dental = 26, .nursing = 133, .adn = 44}};
  benchmark::ReleaseIndex release{std::make_shared<benchmark::Release>(round.freeze())};
  adapters::EmbeddedContent content;
  app::Pages pages = app::load_pages(content);

  std::vector<const test::WorldSchool*> answering() const {
    std::vector<const test::WorldSchool*> all;
    for (const auto& school : round.schools)
      if (school.answers && all.size() < reports_wanted) all.push_back(&school);
    return all;
  }

  std::string html(const test::WorldSchool& school) const {
    return report::report_html(report::make_report(round.input(school, release), pages.texts),
                               pages.templates, pages.texts);
  }
};

const World& world() {
  static const World made;
  return made;
}

void html_reports(::benchmark::State& state) {
  const auto schools = world().answering();
  std::size_t bytes = 0;
  for (auto _ : state)
    for (const auto* school : schools) bytes += world().html(*school).size();
  state.counters["reports"] = static_cast<double>(schools.size());
  state.counters["kilobytes each"] = static_cast<double>(bytes) / 1000 / static_cast<double>(schools.size()) /
                                     static_cast<double>(state.iterations());
}
BENCHMARK(html_reports)->Unit(::benchmark::kMillisecond)->Iterations(1);

// Kilobytes of the processes that this one started, and of those that these did.
double memory_of_children() {
  double kilobytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string folder = entry.path();
    std::ifstream command(folder + "/cmdline");
    std::string words;
    std::getline(command, words);
    if (words.find("smm-print-") == std::string::npos && words.find("chromium") == std::string::npos)
      continue;
    std::ifstream rollup(folder + "/smaps_rollup");
    for (std::string word; rollup >> word;)
      if (word == "Pss:" && rollup >> word) kilobytes += std::stod(word);
  }
  return kilobytes;
}

struct Prints {
  adapters::ChromiumPrinter& printer;
  const std::vector<std::string>& pages;
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> failed = false;
  std::mutex weighing = {};
  double most_memory = 0;  // kilobytes

  void some() {
    for (std::size_t at = next++; at < pages.size(); at = next++) {
      if (!printer.print(pages[at])) failed = true;
      if (at % 10 != 0) continue;
      const std::lock_guard lock(weighing);
      most_memory = std::max(most_memory, memory_of_children());
    }
  }
};

void pdf_reports(::benchmark::State& state) {
  adapters::ChromiumPrinter printer(adapters::find_chromium([](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
  }));
  std::vector<std::string> pages;
  for (const auto* school : world().answering()) pages.push_back(world().html(*school));
  Prints prints{printer, pages};
  for (auto _ : state) {
    std::vector<std::future<void>> all;
    for (std::size_t at = 0; at < printer.at_once(); ++at)
      all.push_back(std::async(std::launch::async, [&] { prints.some(); }));
    for (auto& each : all) each.get();
  }
  if (prints.failed) state.SkipWithError("not every page was printed");
  state.counters["reports"] = static_cast<double>(pages.size());
  state.counters["megabytes"] = prints.most_memory / 1000;
}
BENCHMARK(pdf_reports)->Unit(::benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace smm
