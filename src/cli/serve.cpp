// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/command.hpp"
#include "cli/offices_settings.hpp"
#include "cli/settings.hpp"

namespace smm::cli {
namespace {

int serve_offices(const Given& given, const Surroundings& around) {
  const auto offices = read_offices(given, around);
  if (!offices) return report_problems(offices.problems(), around.err);
  const auto code = around.service.serve_offices(*offices, around.out, around.err);
  return code ? *code : report_problems(code.problems(), around.err);
}

int run_serve(const Given& given, const Surroundings& around) {
  if (given.has("--offices")) return serve_offices(given, around);
  const auto settings = read_settings(given, around);
  if (!settings) return report_problems(settings.problems(), around.err);
  const auto code = around.service.serve(*settings, around.out, around.err, {});
  return code ? *code : report_problems(code.problems(), around.err);
}

}  // namespace

Command serve_command() {
  return {"serve",
          "Serve the installation to browsers, until it is told to stop",
          "smm serve --data /var/lib/smm",
          {},
          service_options(),
          run_serve};
}

}  // namespace smm::cli
