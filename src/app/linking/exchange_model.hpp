// SPDX-License-Identifier: Apache-2.0
// Use case: a saved model of graduates to Splink's settings and back (outcomes/linkage/splink_settings.hpp).
#pragma once

#include <string>

#include "app/files.hpp"
#include "outcomes/linkage/graduate_model.hpp"

namespace smm::app::linking {

base::Result<outcomes::linkage::GraduateModel> read_model(const Files& files, const std::string& path);

// The settings' text.
base::Result<std::string> model_as_splink(const Files& files, const std::string& model, double persons);

// The text of the model with what the settings say.
base::Result<std::string> model_from_splink(const Files& files, const std::string& settings,
                                            const std::string& model);

}  // namespace smm::app::linking
