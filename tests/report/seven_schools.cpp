// SPDX-License-Identifier: Apache-2.0
#include "seven_schools.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "exchange/yaml.hpp"

namespace smm::test {
namespace {

namespace fs = std::filesystem;

void tell_first_difference(const std::string& golden, const std::string& now) {
  std::size_t at = 0;
  while (at < std::min(golden.size(), now.size()) && golden[at] == now[at]) ++at;
  const std::size_t from = at < 60 ? 0 : at - 60;
  std::cerr << "golden: ..." << golden.substr(from, 160) << "\nnow:    ..." << now.substr(from, 160) << "\n";
}

report::ReportResource sample_resource(const std::string& area) {
  return {"A guide to " + area, "An invented publisher", "https://resources.example/" + area, "guide",
          "What others did.",   area == "mission"};
}

catalog::MoveDrafts drafts_of(const instrument::Edition& edition) {
  const std::string path = "content/moves/smm-2026.yaml";
  return catalog::read_move_drafts(*exchange::parse_yaml(text_of_file(path), path), edition).value();
}

void write_special(ReportWorld& world) {
  world.write("med-1", {.level = 0.5, .no_answers_in = "research climate mission"}, 11);
  world.write("med-2", {.level = 0.45, .not_permitted = true}, 12);
  world.write("med-4", {.level = 1.0, .noise = 0, .missing = 0}, 14);
}

}  // namespace

SevenSchools::SevenSchools()
    : release(std::make_shared<benchmark::Release>((write_special(world), world.freeze()))),
      index(release),
      same(report::same_edition(world.edition)),
      drafts(drafts_of(world.edition)) {}

const SevenSchools& SevenSchools::all() {
  static const SevenSchools made;
  return made;
}

std::vector<report::OwnSheet> SevenSchools::earlier_sheets(const SchoolCase& which) const {
  // The answers of now, but every fifth one as a weaker school of the same routes would give it.
  std::vector<report::OwnSheet> sheets;
  for (const auto& school : world.schools) {
    if (school.code != which.code) continue;
    for (report::WrittenSheet written : school.written) {
      const auto& items = world.plan.programmes[written.programme].questionnaire.items;
      base::Random random(5);
      for (std::size_t at = 0; at < items.size(); ++at) {
        auto& answer = written.answers[at];
        const bool choice = items[at].item.type == instrument::ItemType::one_of ||
                            items[at].item.type == instrument::ItemType::any_of;
        if (choice && at % 5 == 0 && answer.state == instrument::AnswerState::answered)
          answer.value = app::sample_value(items[at].item, 4, 0.3, random);
      }
      sheets.push_back(report::own_sheet(world.plan, written));
    }
  }
  return sheets;
}

report::SchoolReport SevenSchools::report(const SchoolCase& which) const {
  const WorldSchool* school = nullptr;
  for (const auto& each : world.schools)
    if (each.code == which.code) school = &each;
  auto input = world.input(*school, index);
  input.priorities = which.priorities;
  for (const auto& section : world.edition.sections)
    if (section.kind == instrument::SectionKind::area && section.id != "research")
      input.resources.push_back({section.id, {sample_resource(section.id)}});
  input.drafts = &drafts;
  const report::EarlierRound earlier{"2023", "Round 2023", &world.edition, earlier_sheets(which), &same};
  if (!which.first_round) {
    input.earlier = &earlier;
    input.goals = {{"Round 2023", "mission", "Write the mission down", "Associate dean", "2025-06-30",
                    "It stands on the site", "done", "It stands there since May 2025.", "2025-05-12",
                    "Is the mission written down?", "Yes", true, "yes"},
                   {"Round 2026", "curriculum", "Teach it in every year", "Academic affairs", "2027-06-30",
                    "Course catalog", "planned", ""}};
  }
  return report::make_report(input, report_texts());
}

const render::Texts& report_texts() {
  static const render::Texts texts = [] {
    const std::string path = "content/i18n/en.yaml";
    return render::Texts::from(*exchange::parse_yaml(text_of_file(path), path)).value();
  }();
  return texts;
}

const render::Templates& report_templates() {
  static const render::Templates templates = [] {
    std::vector<render::TemplateText> sources;
    for (const char* folder : {"content/templates", "content/style"}) {
      for (const auto& entry : fs::directory_iterator(folder)) {
        const fs::path path = entry.path();
        const bool page = path.extension() == ".mustache";
        sources.push_back({page ? path.stem().string() : path.filename().string(), text_of_file(path)});
      }
    }
    return render::Templates(sources, report_texts());
  }();
  return templates;
}

std::string text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_golden(const std::string& name, const std::string& text) {
  const std::string path = "tests/golden/report/" + name;
  if (std::getenv("SMM_APPROVE") != nullptr) {
    fs::create_directories("tests/golden/report");
    std::ofstream(path, std::ios::binary) << text;
  }
  const std::string golden = text_of_file(path);
  if (golden != text) tell_first_difference(golden, text);
  return golden == text;
}

}  // namespace smm::test
