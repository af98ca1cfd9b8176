// SPDX-License-Identifier: Apache-2.0
#include "report/sample_worksheet_test.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "edition_folder.hpp"
#include "exchange/yaml.hpp"

namespace smm::report {
namespace {

namespace fs = std::filesystem;

const std::string golden_origin =
    "<!-- Made from tests/editions/small by test_report; remade by ./dev approve -->\n";

base::Document yaml_document(const std::string& bytes, const std::string& path) {
  auto document = exchange::parse_yaml(bytes, path);
  if (!document) throw std::runtime_error(to_string(document.problems().front()));
  return std::move(document).value();
}

std::vector<std::string> paths_below(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(fs::relative(entry.path(), folder).generic_string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void print_first_difference(const std::string& wanted, const std::string& got) {
  std::istringstream left(wanted);
  std::istringstream right(got);
  std::string a;
  std::string b;
  for (int line = 1; std::getline(left, a) && std::getline(right, b); ++line) {
    if (a == b) continue;
    std::cerr << "line " << line << "\n  golden: " << a << "\n  now:    " << b << "\n";
    return;
  }
  std::cerr << "one is longer than the other\n";
}

}  // namespace

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

instrument::Edition edition_in(const std::string& folder) {
  auto edition = test::load_folder(test::read_folder(folder));
  if (edition) return std::move(edition).value();
  std::string all;
  for (const base::Problem& problem : edition.problems()) all += "\n" + to_string(problem);
  throw std::runtime_error(folder + " has problems:" + all);
}

render::Texts interface_texts() {
  const std::string path = "content/i18n/en.yaml";
  return render::Texts::from(yaml_document(file_text(path), path)).value();
}

render::Templates page_templates() {
  std::vector<render::TemplateText> sources;
  for (const std::string folder : {"content/templates", "content/style"}) {
    for (const std::string& path : paths_below(folder)) {
      const std::string name = path.ends_with(".mustache") ? fs::path(path).stem().string() : path;
      sources.push_back({name, file_text(folder + "/" + path)});
    }
  }
  return {sources, interface_texts()};
}

Worksheet small_worksheet(const std::string& programme) {
  const instrument::Edition edition = edition_in("tests/editions/small");
  const auto questionnaire = instrument::questionnaire_for(edition, *edition.programme(programme));
  return make_worksheet(edition, questionnaire, interface_texts());
}

bool matches_golden(const std::string& path, const std::string& text) {
  const std::string file = "tests/golden/" + path;
  const std::string now = (path.ends_with(".json") ? "" : golden_origin) + text;
  if (std::getenv("SMM_APPROVE") != nullptr) {
    fs::create_directories(fs::path(file).parent_path());
    std::ofstream(file, std::ios::binary) << now;
  }
  const std::string golden = file_text(file);
  if (golden != now) print_first_difference(golden, now);
  return golden == now;
}

}  // namespace smm::report
