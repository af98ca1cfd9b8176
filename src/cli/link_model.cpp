// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/linking/exchange_model.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"

namespace smm::cli {
namespace {

int run_model_export(const Given& given, const Surroundings& around) {
  const auto persons = base::parse_integer(given.text_or("--persons", "6800000"));
  if (!persons || *persons < 1) {
    around.err << "smm link model export: --persons takes a whole number from 1\n";
    return wrong_usage;
  }
  if (would_overwrite_input(given, around, {"--model"})) return wrong_usage;
  const auto settings =
      app::linking::model_as_splink(around.files, given.text("--model"), static_cast<double>(*persons));
  if (!settings) return report_problems(settings.problems(), around.err);
  deliver(given, around, *settings);
  return done;
}

int run_model_import(const Given& given, const Surroundings& around) {
  if (would_overwrite_input(given, around, {"--settings"})) return wrong_usage;
  const auto model =
      app::linking::model_from_splink(around.files, given.text("--settings"), given.text("--model"));
  if (!model) return report_problems(model.problems(), around.err);
  deliver(given, around, *model);
  return done;
}

}  // namespace

Command link_model_export_command() {
  return {"link model export",
          "Write a saved model as settings of Splink 4",
          "smm link model export --model model.json --out settings.json",
          {},
          {{"--model", "FILE", "Model that smm link --save-model wrote", true},
           {"--persons", "N", "Persons of the registry, for the prior; 6800000 without it"},
           {"--out", "FILE", "Write the settings here instead of to standard output"}},
          run_model_export};
}

Command link_model_import_command() {
  return {"link model import",
          "Take the m probabilities of Splink's settings into a saved model",
          "smm link model import --settings settings.json --model model.json --out trained.json",
          {},
          {{"--settings", "FILE", "Settings that smm link model export wrote and Splink trained", true},
           {"--model", "FILE", "Model that keeps what the settings do not hold", true},
           {"--out", "FILE", "Write the model here instead of to standard output"}},
          run_model_import};
}

}  // namespace smm::cli
