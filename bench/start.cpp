// SPDX-License-Identifier: Apache-2.0
// How long `smm serve` takes until it answers, and how much memory it holds when nobody asks: medians of some
// starts of the program beside this one (../smm). The first start makes the database; the others find it.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "load/load.hpp"

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint16_t port = 38'471;

pid_t start(const std::string& program, const std::string& data) {
  const pid_t child = fork();
  if (child != 0) return child;
  const std::string listen = "127.0.0.1:" + std::to_string(port);
  if (std::freopen("/dev/null", "w", stdout) == nullptr || std::freopen("/dev/null", "w", stderr) == nullptr)
    _exit(1);
  execl(program.c_str(), "smm", "serve", "--data", data.c_str(), "--listen", listen.c_str(), nullptr);
  _exit(1);
}

bool answers() {
  const smm::load::Script script{
      [](std::size_t, std::string& request) { request += "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"; }};
  smm::load::Plan plan;
  plan.persons = 1;
  plan.warm_up = plan.time = std::chrono::milliseconds(1);
  try {
    return smm::load::closed_loop(port, script, plan).with_status_from(200, 299) > 0;
  } catch (const std::exception&) {
    return false;
  }
}

double resident_megabytes(pid_t child) {
  std::ifstream status("/proc/" + std::to_string(child) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6) / 1024;
  return 0;
}

struct Started {
  double ready = 0;  // milliseconds
  double memory = 0;
};

Started one_start(const std::string& program, const std::string& data) {
  const auto began = Clock::now();
  const pid_t child = start(program, data);
  while (!answers()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  const double ready = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
  std::this_thread::sleep_for(std::chrono::seconds(1));
  const Started started{ready, resident_megabytes(child)};
  kill(child, SIGTERM);
  waitpid(child, nullptr, 0);
  return started;
}

}  // namespace

int main(int, char** words) {
  const std::string program = (std::filesystem::path(words[0]).parent_path().parent_path() / "smm").string();
  std::string folder = (std::filesystem::temp_directory_path() / "smm-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr || !std::filesystem::exists(program)) {
    std::printf("start: %s is not built; nothing measured\n", program.c_str());
    return 0;
  }
  const Started first = one_start(program, folder + "/house");
  std::vector<double> ready;
  std::vector<double> memory;
  for (int i = 0; i < 5; ++i) {
    const Started again = one_start(program, folder + "/house");
    ready.push_back(again.ready);
    memory.push_back(again.memory);
  }
  std::ranges::sort(ready);
  std::ranges::sort(memory);
  std::printf(
      "smm serve: ready after %.0f ms (median of 5; first start, which makes the database: %.0f ms)\n",
      ready[2], first.ready);
  std::printf("smm serve: %.1f MB resident when idle (median of 5)\n", memory[2]);
  std::filesystem::remove_all(folder);
}
