// SPDX-License-Identifier: Apache-2.0
// A school: one institution's school of one profession, as a programme office's roster knows it.
#pragma once

#include <string>
#include <vector>

#include "assessment/ids.hpp"

namespace smm::assessment {

// What similar schools are found by. Words are as the roster has them; empty means not known.
struct FrameVariables {
  std::string institution_id;
  std::string system_id;  // also names a shared dean
  std::string control;
  std::string state;
  std::string division;
  std::string size;
  std::string carnegie;
  std::string locale;

  friend bool operator==(const FrameVariables&, const FrameVariables&) = default;
};

struct Contact {
  std::string name;
  std::string email;

  friend bool operator==(const Contact&, const Contact&) = default;
};

// Whom an office writes to. The director is the head of a program that answers in solo mode.
struct Contacts {
  Contact dean;
  Contact interim;
  Contact director;
  std::string assistant_email;
  std::string address;

  friend bool operator==(const Contacts&, const Contacts&) = default;
};

struct School {
  SchoolId id;
  std::string code;  // the roster's `school_id`: letters, digits, '_', '.', '-'
  std::string name;
  std::string profession;               // id of the edition's profession
  std::vector<std::string> programmes;  // ids, sorted; at least one
  FrameVariables frame;
  Contacts contacts;

  friend bool operator==(const School&, const School&) = default;
};

}  // namespace smm::assessment
