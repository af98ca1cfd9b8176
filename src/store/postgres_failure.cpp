// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_failure.hpp"

#include <utility>

namespace smm::store {
namespace {

// Longer beginnings first.
constexpr std::pair<std::string_view, Failure> failures_by_state[] = {
    {"23505", Failure::unique}, {"23503", Failure::foreign_key}, {"23514", Failure::check},
    {"P0001", Failure::check},  {"23502", Failure::not_null},    {"40001", Failure::retry},
    {"40P01", Failure::retry},  {"55P03", Failure::retry},       {"25P02", Failure::aborted},
    {"25006", Failure::gone},   {"53100", Failure::full},        {"08P01", Failure::statement},
    {"57P0", Failure::gone},    {"58030", Failure::gone},        {"08", Failure::gone},
    {"22", Failure::statement}, {"26", Failure::statement},      {"42", Failure::statement}};

}  // namespace

Failure postgres_failure(std::string_view state) {
  if (state.empty()) return Failure::gone;
  for (const auto& [beginning, failure] : failures_by_state)
    if (state.starts_with(beginning)) return failure;
  return Failure::other;
}

}  // namespace smm::store
