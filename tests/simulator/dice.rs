//! Numbers that look thrown and are the same each time.

/// SplitMix64: one seed, one sequence.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of a seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// From 0 to below `sides`.
    pub fn throw(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides.unsigned_abs()) as i64
    }

    /// One of some.
    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.throw(of.len() as i64) as usize].clone()
    }

    /// True in so many of a hundred throws.
    pub fn percent(&mut self, of_hundred: i64) -> bool {
        self.throw(100) < of_hundred
    }
}
