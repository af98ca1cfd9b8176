// SPDX-License-Identifier: Apache-2.0
// Writes a badge, its status lists and its controller document as files, which
// tests/badge/conformance_test.mjs has verified by other people's libraries.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "badge/sample_badge_test.hpp"

namespace smm::badge {
namespace {

void write_sample(const std::string& name, const std::string& text) {
  const std::filesystem::path folder = SMM_BADGE_SAMPLES;
  std::filesystem::create_directories(folder);
  std::ofstream file(folder / name, std::ios::binary);
  file << text;
  EXPECT_TRUE(file.flush()) << name;
}

TEST(BadgeSamples, AreWrittenForOtherLibraries) {
  write_sample("badge.json", credential_json(sample::badge()));
  write_sample("badge.nq", canonical(sample::credential()));
  write_sample("controller.json", controller_json(sample::controller()));
  write_sample("status.json", status_json(sample::status()));
  StatusList bits;
  bits.revoke(sample::credential().status.index);
  write_sample("status-revoked.json", status_json(sample::status(bits)));
  write_sample("status.nq", canonical(sample::status()));
}

}  // namespace
}  // namespace smm::badge
