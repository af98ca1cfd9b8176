// SPDX-License-Identifier: Apache-2.0
// Invents a provider registry in the exact layout of the real one, and a roster of graduates with known
// truth. The same arguments give the same bytes. Nobody in it is real.
#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>

#include "assumptions.hpp"
#include "ceiling.hpp"
#include "registry_file.hpp"
#include "roster.hpp"

namespace {

using namespace synthetic;

constexpr std::string_view usage =
    "Usage: synthetic_registry --out DIR [--rows N] [--graduates N] [--seed N] [--weekly N]\n"
    "                          [--only roster] [--ceiling FILE] [--assume NAME=VALUE]...\n"
    "  --rows N       rows of the main file (100000)\n"
    "  --graduates N  rows of the roster (1000)\n"
    "  --seed N       (1)\n"
    "  --weekly N     also write two weekly files of N rows each (0)\n"
    "  --ceiling FILE explain.jsonl of smm link for this roster: write ceiling.csv, the best links "
    "possible,\n"
    "                 and nothing else\n"
    "  --only roster  leave the registry as it is\n"
    "  --assume NAME=VALUE  instead of what is printed after a run\n";

struct Request {
  std::string folder;
  std::uint64_t rows = 100'000;
  std::uint64_t graduates = 1000;
  std::uint64_t seed = 1;
  std::uint64_t weekly = 0;
  bool only_roster = false;
  std::string explanations;  // path
};

// "NAME=VALUE"
bool read_assumption(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return false;
  double value = 0;
  const std::string_view number = text.substr(equals + 1);
  const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
  return read.ec == std::errc() && read.ptr == number.data() + number.size() &&
         assume(text.substr(0, equals), value);
}

std::optional<Request> read_arguments(int argc, char** argv) {
  Request request;
  const std::map<std::string_view, std::uint64_t*> numbers = {{"--rows", &request.rows},
                                                              {"--graduates", &request.graduates},
                                                              {"--seed", &request.seed},
                                                              {"--weekly", &request.weekly}};
  for (int at = 1; at + 1 < argc; at += 2) {
    const std::string_view name = argv[at];
    const std::string_view value = argv[at + 1];
    if (name == "--out") {
      request.folder = value;
    } else if (name == "--ceiling") {
      request.explanations = value;
    } else if (name == "--only" && value == "roster") {
      request.only_roster = true;
    } else if (name == "--assume") {
      if (!read_assumption(value)) return std::nullopt;
    } else if (const auto number = numbers.find(name); number != numbers.end()) {
      if (std::from_chars(value.data(), value.data() + value.size(), *number->second).ec != std::errc())
        return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (request.folder.empty() || argc % 2 == 0 || request.rows == 0) return std::nullopt;
  return request;
}

class OutFile {
 public:
  OutFile(const std::string& folder, const std::string& name)
      : file_(std::filesystem::path(folder) / name, std::ios::binary) {}

  std::string& text() { return text_; }
  void flush(bool all) {
    if (!all && text_.size() < (1U << 20)) return;
    file_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
    if (!file_.flush()) throw std::runtime_error("cannot write to the folder");
  }

 private:
  std::ofstream file_;
  std::string text_;
};

void write_registry(const Request& request) {
  OutFile main(request.folder, "npidata_pfile_20050523-20260412.csv");
  OutFile names(request.folder, "othername_pfile_20050523-20260412.csv");
  OutFile locations(request.folder, "pl_pfile_20050523-20260412.csv");
  main.text() = header_line();
  names.text() = other_names_header();
  locations.text() = locations_header();
  smm::base::Random random(request.seed ^ 0x6f6464);
  for (std::uint64_t row = 0; row < request.rows; ++row) {
    const InventedPerson person = invent(request.seed, row);
    append_row(main.text(), person, row, random.chance(assumed().odd_quotes));
    append_other_name(names.text(), person);
    append_location(locations.text(), person, request.seed, row);
    for (OutFile* file : {&main, &names, &locations}) file->flush(false);
  }
  for (OutFile* file : {&main, &names, &locations}) file->flush(true);
}

// Nine of ten rows change a person of the main file, the others are new.
void write_week(const Request& request, std::uint64_t week) {
  const bool first = week == 0;
  OutFile file(request.folder,
               first ? "npidata_pfile_20260413-20260419.csv" : "npidata_pfile_20260420-20260426.csv");
  file.text() = header_line();
  smm::base::Random random(request.seed ^ (week + 77));
  for (std::uint64_t at = 0; at < request.weekly; ++at) {
    const bool is_new = at % 10 == 9;
    const std::uint64_t row = is_new ? request.rows + week * request.weekly + at : random.below(request.rows);
    append_row(file.text(), invent_later(request.seed, row, first ? "04/15/2026" : "04/22/2026"), row, false);
    file.flush(false);
  }
  file.flush(true);
}

void write_roster(const Request& request) {
  const RosterFiles files = invent_roster(request.seed, request.rows, request.graduates);
  OutFile roster(request.folder, "roster.csv");
  roster.text() = files.roster;
  roster.flush(true);
  OutFile truth(request.folder, "truth.csv");
  truth.text() = files.truth;
  truth.flush(true);
}

void write_ceiling(const Request& request) {
  std::ifstream file(request.explanations, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + request.explanations);
  const std::string explanations{std::istreambuf_iterator<char>(file), {}};
  OutFile links(request.folder, "ceiling.csv");
  links.text() = best_possible_links(request.seed, request.rows, request.graduates, explanations);
  links.flush(true);
}

void print_assumptions(const Request& request) {
  std::cout << fmt::format("seed {}, {} rows, {} graduates\n", request.seed, request.rows, request.graduates);
  for (const Assumption& assumption : all_assumptions)
    std::cout << fmt::format("{:<24}{:<9}{}\n", assumption.name, assumed().*assumption.value,
                             assumption.meaning);
}

}  // namespace

int main(int argc, char** argv) {
  const auto request = read_arguments(argc, argv);
  if (!request) {
    std::cerr << usage;
    return 2;
  }
  try {
    std::filesystem::create_directories(request->folder);
    if (!request->explanations.empty()) return write_ceiling(*request), 0;
    if (!request->only_roster) write_registry(*request);
    write_roster(*request);
    if (request->weekly > 0)
      for (const std::uint64_t week : {0U, 1U}) write_week(*request, week);
    print_assumptions(*request);
  } catch (const std::exception& error) {
    std::cerr << "synthetic_registry: " << error.what() << '\n';
    return 3;
  }
  return 0;
}
