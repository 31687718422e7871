// The customer of a role-play, from JSON.
#pragma once

#include "amends/pack/reader.h"
#include "amends/training/exercise.h"
#include "amends/training/exercise_reader.h"

namespace amends::training {

Customer ReadCustomer(const pack::Cursor& cursor, const Names& names);

}  // namespace amends::training
