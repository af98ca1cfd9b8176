// SPDX-License-Identifier: Apache-2.0
// Finds the cells of one plain record of a CSV file, 64 bytes at a time, with the widest instructions that
// the processor has. Plain: on one line, with as many cells as the header, and every quote at the border of a
// cell. (A cell that holds doubled quotes or a line end is not plain; CarefulRecord reads it, and says what
// is wrong with a malformed one.) Nearly all records of the registry's files are plain: this decides the
// speed, the other the meaning. All kinds of scan give the same answer.
#pragma once

#include <cstdint>

namespace smm::outcomes::registry {

struct PlainRecord {
  std::uint32_t length = 0;  // without line end
  std::uint32_t next = 0;    // where the next record begins; all from the record's first byte
};

// Bytes that must be readable behind the line feed that ends the record, and room behind the last of `ends`.
inline constexpr std::uint32_t scan_margin = 64;

// Is the record that begins at `text` plain? Then `ends` holds where its first `kept` cells end (each at the
// comma or line end behind it). There must be a line feed.
using RecordScan = bool (*)(const char* text, std::uint32_t columns, std::uint32_t kept, std::uint32_t* ends,
                            PlainRecord& record);

enum class ScanKind { portable, avx2, avx512 };

bool scan_is_available(ScanKind kind);  // on this processor
RecordScan record_scan(ScanKind kind);  // of one that is available
ScanKind best_scan();

// One per file that is compiled for its instructions.
bool scan_portable(const char* text, std::uint32_t columns, std::uint32_t kept, std::uint32_t* ends,
                   PlainRecord& record);
bool scan_avx2(const char* text, std::uint32_t columns, std::uint32_t kept, std::uint32_t* ends,
               PlainRecord& record);
bool scan_avx512(const char* text, std::uint32_t columns, std::uint32_t kept, std::uint32_t* ends,
                 PlainRecord& record);

}  // namespace smm::outcomes::registry
