// SPDX-License-Identifier: Apache-2.0
// A published edition never changes: one byte, a file more or a file less is found, whatever edition.yaml
// says.
#include <gtest/gtest.h>

#include <algorithm>

#include "edition_folder.hpp"

namespace smm::instrument {
namespace {

std::string hash_of(const test::FolderBytes& files) {
  const auto edition = test::load_folder(files);
  EXPECT_TRUE(edition.ok()) << to_string(edition.problems().front());
  return edition.ok() ? edition->hash : "";
}

test::FolderBytes published() {
  test::FolderBytes files = test::read_folder("tests/editions/base");
  std::string& frame = files["edition.yaml"];
  frame.replace(frame.find("status: draft"), 13, "status: published");
  EditionSource source;
  for (const auto& [path, bytes] : files) source.files.push_back({path, bytes, {}});
  files["edition.lock"] = edition_hash(source) + "\n";
  return files;
}

std::vector<std::string> codes(const test::FolderBytes& files) {
  std::vector<std::string> found;
  const auto edition = test::load_folder(files);
  if (edition) return found;
  for (const base::Problem& problem : edition.problems()) found.emplace_back(problem.code);
  return found;
}

const std::vector<std::string> changed = {"edition_changed"};

TEST(EditionLock, PublishedEditionLoadsWithItsLock) {
  EXPECT_EQ(hash_of(published()).size(), 64u);
  EXPECT_EQ(hash_of(published()) + "\n", published()["edition.lock"]);
}

TEST(EditionLock, OneByteInAnyFileIsFound) {
  for (const auto& [path, bytes] : published()) {
    if (path == "edition.lock") continue;
    test::FolderBytes files = published();
    files[path] += "\n";
    EXPECT_EQ(codes(files), changed) << path;
  }
}

TEST(EditionLock, FileMoreOrLessOrRenamedIsFound) {
  test::FolderBytes less = published();
  less.erase("modules/plans.yaml");
  EXPECT_EQ(codes(less), changed);
  test::FolderBytes more = published();
  more["modules/more.yaml"] = "module: more\nlabel: More\nintro: More.\n";
  EXPECT_EQ(codes(more), changed);
}

TEST(EditionLock, GoingBackToDraftDoesNotUnlock) {
  test::FolderBytes files = published();
  files["edition.yaml"] = test::read_folder("tests/editions/base")["edition.yaml"];
  EXPECT_EQ(codes(files), changed);
}

TEST(EditionLock, PublishedWithoutLockIsRefused) {
  test::FolderBytes files = published();
  files.erase("edition.lock");
  EXPECT_EQ(codes(files), std::vector<std::string>{"edition_not_locked"});
}

TEST(EditionHash, DoesNotDependOnTheOrderOfFiles) {
  EditionSource source;
  for (const auto& [path, bytes] : test::read_folder("tests/editions/base"))
    source.files.push_back({path, bytes, {}});
  const std::string hash = edition_hash(source);
  std::reverse(source.files.begin(), source.files.end());
  EXPECT_EQ(edition_hash(source), hash);
  std::swap(source.files[0].bytes, source.files[1].bytes);
  EXPECT_NE(edition_hash(source), hash);
}

}  // namespace
}  // namespace smm::instrument
