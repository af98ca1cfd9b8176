// SPDX-License-Identifier: Apache-2.0
// Port: does a public web address still answer? Asks other hosts, so only where a person wants it asked.
#pragma once

#include <string>

namespace smm::app {

enum class AddressState {
  answers,
  moved,    // answers by naming another address
  refuses,  // an answer that says nothing of the page: asks for a sign-in, forbids programs, is out of order
  dead,     // the page is not there
  unreachable  // no answer: no such host, no connection, no time
};

struct LinkAnswer {
  AddressState state = AddressState::unreachable;
  std::string words;  // "404", "moved to https://...", "could not resolve host"
};

class Links {
 public:
  virtual ~Links() = default;
  virtual LinkAnswer ask(const std::string& address) const = 0;
};

}  // namespace smm::app
