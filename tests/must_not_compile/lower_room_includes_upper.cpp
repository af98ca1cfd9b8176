// SPDX-License-Identifier: Apache-2.0
// A room sees the rooms below it and no other: the headers of upper rooms are not on its include path.
// room: stats
// expect: instrument/item.hpp: No such file or directory
// expect: 'instrument/item.hpp' file not found
#include "base/place.hpp"
#ifdef MUST_NOT_COMPILE
#include "instrument/item.hpp"
#endif
