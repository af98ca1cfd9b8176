// SPDX-License-Identifier: Apache-2.0
// Any bytes are refused as a snapshot, or can be read through: what contradicts itself throws
// EnvironmentError and nothing else happens. Since no chance bytes carry the hash of their own head, the
// fuzzer's are put into a good snapshot: behind its head, or, sealed anew, into its head.
#include <cstdint>
#include <cstring>
#include <string>

#include "base/environment_error.hpp"
#include "crypto/hash.hpp"
#include "outcomes/registry/build.hpp"
#include "outcomes/registry/person_fields.hpp"
#include "outcomes/registry/search.hpp"

using namespace smm;
using namespace smm::outcomes::registry;

namespace {

const std::string& good_snapshot() {
  static const std::string bytes = [] {
    base::MemorySource main(
        "NPI,Entity Type Code,Provider Last Name (Legal Name),Provider First Name,Provider Other Last "
        "Name,Healthcare Provider Taxonomy Code_1,NPI Deactivation Date\n"
        "1234567893,1,SMITH,ANA,RUIZ,207Q00000X,01/02/2019\n1000000004,1,JONES,BO,,,\n");
    MemorySpace space;
    const auto built = build_snapshot({&main, "f.csv", {}}, {}, space, {});
    return built ? space.snapshot() : std::string();
  }();
  return bytes;
}

void read_through(const std::string& bytes) {
  const auto opened = Snapshot::open(bytes, "f");
  if (!opened) return;
  try {
    opened->verify();
    for (Row row = 0; row < std::min(opened->persons(), 10U); ++row)
      for (const PersonField& field : person_fields()) field.text(*opened, row);
    find_persons(*opened, {"SMITH", "A", "NC"});
    opened->find(*Npi::parse("1234567893"));
  } catch (const base::EnvironmentError&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read_through(std::string(reinterpret_cast<const char*>(data), size));
  if (size < 3) return 0;
  std::string bytes = good_snapshot();
  const std::size_t at = (std::size_t{data[0]} << 8 | data[1]) * 2 % bytes.size();
  std::memcpy(bytes.data() + at, data + 2, std::min(size - 2, bytes.size() - at));
  const std::size_t head = sizeof(SnapshotHeader) + section_count * sizeof(SectionEntry);
  const std::string seal = crypto::sha256_bytes(bytes.substr(0, head));
  std::memcpy(bytes.data() + head, seal.data(), seal.size());
  read_through(bytes);
  return 0;
}
