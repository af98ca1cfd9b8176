// SPDX-License-Identifier: Apache-2.0
// How long it takes to load the edition, and to score 20,000 schools from CSV with the program itself, on one
// core, area level written. Beside it the floor: reading the same bytes and doing nothing with them.
// Bars: edition <= 50 ms; scoring <= 1 s and <= 200 MB. Only ratios mean much on a machine that is shared.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "adapters/disk_files.hpp"
#include "adapters/program_content.hpp"
#include "app/editions.hpp"
#include "app/sample_answers.hpp"

namespace {

namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;

const smm::adapters::EmbeddedContent content;
const smm::adapters::DiskFiles files;

fs::path beside_this_program(const char* name) {
  return fs::read_symlink("/proc/self/exe").parent_path() / name;
}

// The answer file, made once: every school with one program answers some 80 items, a tenth of them missing.
const std::string& answers_file() {
  static const std::string path = [] {
    const auto edition = smm::app::open_edition(content, files, "smm-2026");
    const std::string made = beside_this_program("answers-20000.csv");
    files.write(made, smm::app::sample_answers(*edition, {.seed = 7, .schools = 20000}));
    return made;
  }();
  return path;
}

struct Run {
  double seconds = 0;
  double processor_seconds = 0;
  double megabytes = 0;
  bool ok = false;
};

// Runs the program on one core and waits for it.
Run run_program_once(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const auto begin = Clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(0, &one);
    ::sched_setaffinity(0, sizeof one, &one);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  const auto seconds_of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {std::chrono::duration<double>(Clock::now() - begin).count(),
          seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024, WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

void load_edition(benchmark::State& state) {
  for (auto _ : state) {
    const auto edition = smm::app::open_edition(content, files, "smm-2026");
    if (!edition) state.SkipWithError("the edition has problems");
    benchmark::DoNotOptimize(edition);
  }
}
BENCHMARK(load_edition)->Unit(benchmark::kMillisecond)->Repetitions(5)->ReportAggregatesOnly();

void score_20000_schools(benchmark::State& state) {
  const std::string& answers = answers_file();
  Run last;
  for (auto _ : state) {
    last = run_program_once({beside_this_program("../smm"), "score", "--edition", "smm-2026", "--levels",
                             "area", "--answers", answers, "--out", beside_this_program("scores-20000.csv")});
    if (!last.ok) state.SkipWithError("smm score failed");
    state.SetIterationTime(last.seconds);
  }
  state.counters["processor_s"] = last.processor_seconds;
  state.counters["peak_MB"] = last.megabytes;
}
BENCHMARK(score_20000_schools)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1)->Repetitions(5);

void floor_read_the_same_bytes(benchmark::State& state) {
  const std::string& answers = answers_file();
  std::vector<char> buffer(std::size_t{1} << 18);
  double bytes = 0;
  for (auto _ : state) {
    const int file = ::open(answers.c_str(), O_RDONLY);
    bytes = 0;
    for (ssize_t count = 1; count > 0; bytes += static_cast<double>(count)) {
      count = ::read(file, buffer.data(), buffer.size());
    }
    ::close(file);
  }
  state.counters["file_MB"] = bytes / 1e6;
}
BENCHMARK(floor_read_the_same_bytes)->Unit(benchmark::kMillisecond)->Repetitions(5)->ReportAggregatesOnly();

}  // namespace
