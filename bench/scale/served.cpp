// SPDX-License-Identifier: Apache-2.0
#include "served.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace smm::bench {
namespace {

// Numbers of /proc/PID/stat after the name in parentheses: state is the first, the parent the second.
std::vector<std::string> stat_of(int process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string line;
  std::getline(file, line);
  std::istringstream rest(line.substr(std::min(line.rfind(')') + 1, line.size())));
  std::vector<std::string> words;
  for (std::string word; rest >> word;) words.push_back(word);
  return words;
}

double cpu_seconds_of(int process) {
  const auto words = stat_of(process);
  if (words.size() < 13) return 0;
  return (std::stod(words[11]) + std::stod(words[12])) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double megabytes_of(int process, const std::string& what) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(what + ":")) return std::stod(line.substr(what.size() + 1)) / 1024;
  return 0;
}

std::vector<int> children_of(int process) {
  std::vector<int> children;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const auto words = stat_of(std::stoi(name));
    if (words.size() > 1 && words[1] == std::to_string(process)) children.push_back(std::stoi(name));
  }
  return children;
}

std::uint16_t port_in(const std::string& line) {
  return static_cast<std::uint16_t>(std::stoul(line.substr(line.rfind(':') + 1)));
}

}  // namespace

ServedProcesses::ServedProcesses(const std::string& program, const Place& place, std::size_t count) {
  // Its log of requests is nothing to read here.
  std::vector<std::string> command = {"sh", "-c", "exec \"$@\" 2>/dev/null", "sh", program, "serve"};
  command.insert(command.end(), place.words.begin(), place.words.end());
  command.insert(command.end(), {"--listen", "127.0.0.1:0", "--public-url", "http://127.0.0.1"});
  for (std::size_t at = 0; at < count; ++at) {
    processes_.push_back(std::make_unique<test::ChildProcess>(command));
    std::string line = processes_.back()->line();
    while (!line.starts_with("Serving ")) line = processes_.back()->line();
    ports_.push_back(port_in(line));
  }
}

Use ServedProcesses::use() const {
  Use use;
  for (const auto& process : processes_) {
    use.cpu_seconds += cpu_seconds_of(process->id());
    use.megabytes += megabytes_of(process->id(), "VmRSS");
  }
  return use;
}

Use use_of_family(int process) {
  Use use{cpu_seconds_of(process), megabytes_of(process, "RssShmem")};
  for (const int child : children_of(process)) {
    use.cpu_seconds += cpu_seconds_of(child);
    use.megabytes += megabytes_of(child, "RssAnon");
  }
  return use;
}

}  // namespace smm::bench
