mod adding;
mod beside;
mod forms;
mod own;
mod pages;
mod reading;
