//! Prints `ui/src/contract.ts`.
fn main() {
    print!("{}", companion::contract::typescript());
}
