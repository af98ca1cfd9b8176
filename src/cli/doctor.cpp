// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "app/operating/judge.hpp"
#include "cli/command.hpp"
#include "cli/settings.hpp"
#include "exchange/json.hpp"

namespace smm::cli {
namespace {

using app::operating::Findings;
using app::operating::Health;

std::string doctor_text(const Findings& findings) {
  std::string text;
  for (const auto& finding : findings) {
    text += fmt::format("{:<9}{:<12}{}\n", to_string(finding.health), finding.check, finding.sentence);
    if (!finding.advice.empty()) text += fmt::format("{:<21}{}\n", "", finding.advice);
  }
  const auto count = [&](Health health) {
    return std::ranges::count(findings, health, &app::operating::Finding::health);
  };
  return text + fmt::format("{} ok, {} to be advised of, {} wrong.\n", count(Health::ok),
                            count(Health::advice), count(Health::problem));
}

std::string doctor_json(const Findings& findings) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object().key("health").text(to_string(worst_of(findings)));
  json.key("findings").begin_array();
  for (const auto& finding : findings) {
    json.begin_object().key("check").text(finding.check);
    json.key("health").text(to_string(finding.health));
    json.key("sentence").text(finding.sentence);
    json.key("advice").text(finding.advice).end_object();
  }
  json.end_array().end_object().finish();
  return text;
}

int run_doctor(const Given& given, const Surroundings& around) {
  const auto settings = read_settings(given, around);
  if (!settings) return report_problems(settings.problems(), around.err);
  const Findings findings = judge(around.gauges.measure(*settings));
  around.out << (given.has("--json") ? doctor_json(findings) : doctor_text(findings));
  return worst_of(findings) == Health::problem ? problem_with_input : done;
}

}  // namespace

Command doctor_command() {
  std::vector<Option> options = {{"--json", "", "Write JSON instead of text"},
                                 {"--office", "NAME", "One of the offices of --offices"}};
  for (Option& option : service_options()) options.push_back(std::move(option));
  return {"doctor",
          "Examine an installation and its machine, and say what is wrong and what to do",
          "smm doctor --data /var/lib/smm",
          {},
          std::move(options),
          run_doctor};
}

}  // namespace smm::cli
