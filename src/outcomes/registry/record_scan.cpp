// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/record_scan.hpp"

#include <initializer_list>

#include "base/assert.hpp"

namespace smm::outcomes::registry {

bool scan_is_available(ScanKind kind) {
  if (kind == ScanKind::portable) return true;
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                    __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
  if (kind == ScanKind::avx2) return wide;
  return wide && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512f");
#else
  return false;
#endif
}

RecordScan record_scan(ScanKind kind) {
  SMM_ASSERT(scan_is_available(kind));
#if defined(__x86_64__)
  if (kind == ScanKind::avx512) return scan_avx512;
  if (kind == ScanKind::avx2) return scan_avx2;
#endif
  return scan_portable;
}

ScanKind best_scan() {
  for (const ScanKind kind : {ScanKind::avx512, ScanKind::avx2})
    if (scan_is_available(kind)) return kind;
  return ScanKind::portable;
}

}  // namespace smm::outcomes::registry
