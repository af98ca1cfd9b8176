// SPDX-License-Identifier: Apache-2.0
// Whether a person may take a password: assessment/password_rules.hpp with what this installation knows of
// the person.
#pragma once

#include <string>
#include <string_view>

#include "app/installation/installation.hpp"

namespace smm::app {

// The problems' place names the field "password". Empty when it will do.
base::Problems new_password_problems(const Installation& installation, std::string_view password,
                                     const Person& person);
// Of somebody who has no account yet.
base::Problems new_password_problems(const Installation& installation, std::string_view password,
                                     const std::string& name, const std::string& email);

}  // namespace smm::app
